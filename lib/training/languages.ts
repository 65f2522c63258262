/** English as the courses are written. */
export const WRITTEN_IN = "en-GB";

/** Languages a course may be put into, as their codes of BCP 47: those most spoken in London after English. */
export const LANGUAGES = [
  "ar",
  "bg",
  "bn",
  "es",
  "fa",
  "fr",
  "gu",
  "hi",
  "it",
  "lt",
  "ne",
  "pa",
  "pl",
  "pt",
  "ro",
  "so",
  "sq",
  "ta",
  "tr",
  "uk",
  "ur",
  "zh",
] as const;
export type Language = (typeof LANGUAGES)[number];

const RIGHT_TO_LEFT: readonly string[] = ["ar", "fa", "ur"] satisfies Language[];

export const isLanguage = (code: string): code is Language =>
  LANGUAGES.some((known) => known === code);

/** Which way it is written. */
export const directionOf = (code: string): "ltr" | "rtl" =>
  RIGHT_TO_LEFT.includes(code) ? "rtl" : "ltr";

/** Its name in itself, "polski", for whoever looks for their own. */
export const ownName = (code: string): string =>
  new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;

/** Its name in English, "Polish". */
export const englishName = (code: string): string =>
  new Intl.DisplayNames(["en-GB"], { type: "language" }).of(code) ?? code;
