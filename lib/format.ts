const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const NUMBER = new Intl.NumberFormat("en-GB");

const MOMENT = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

function monthName(month: number): string {
  return MONTHS[month - 1] ?? "";
}

/** A day such as "2027-03-03" as "3 March 2027". */
export function formatDate(date: string): string {
  const [year = "", month = "", day = ""] = date.slice(0, 10).split("-");
  return `${Number(day)} ${monthName(Number(month))} ${year}`;
}

/** A month such as "2026-11" (or its first day, "2026-11-01") as "November 2026". */
export function formatMonth(month: string): string {
  const [year = "", number = ""] = month.split("-");
  return `${monthName(Number(number))} ${year}`;
}

/** A month such as "2026-11" as "Nov 2026", where space is short. */
export function formatShortMonth(month: string): string {
  const [year = "", number = ""] = month.split("-");
  return `${monthName(Number(number)).slice(0, 3)} ${year}`;
}

/** A moment as "3 March 2027, 14:05", by the clock in London. */
export function formatMoment(moment: Date): string {
  const part = new Map(MOMENT.formatToParts(moment).map(({ type, value }) => [type, value]));
  const day = `${part.get("day")} ${part.get("month")} ${part.get("year")}`;
  return `${day}, ${part.get("hour")}:${part.get("minute")}`;
}

/** A whole number with thousands marked: 1284 as "1,284". */
export function formatNumber(value: number): string {
  return NUMBER.format(value);
}

/** `met` out of `of` as a number from 0 to 100, for drawing; null when there is nothing to count. */
export function percentOf(met: number, of: number): number | null {
  return of === 0 ? null : Math.min(100, Math.max(0, (met / of) * 100));
}

/** `met` out of `of` as "48%": never "100%" unless all, never "0%" unless none, "–" when `of` is 0. */
export function formatShare(met: number, of: number): string {
  const percent = percentOf(met, of);
  if (percent === null) return "–";
  if (percent > 0 && percent < 0.5) return "<1%";
  if (percent < 100 && percent >= 99.5) return ">99%";
  return `${Math.round(percent)}%`;
}

/** A count with its noun: "1 business", "1,284 businesses". */
export function plural(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** "What TfL has said" as it stands inside a sentence: "what TfL has said". */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
