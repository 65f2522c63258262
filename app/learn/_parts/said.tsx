import type { ReactNode } from "react";
import { directionOf, englishName } from "@/lib/training/languages";

interface SaidProps {
  /** The language of what is said, by code; nothing for English, as the page is. */
  language: string | null | undefined;
  children: ReactNode;
}

/** Words of a course in the learner's language: marked, so that they are read aloud and set out rightly. */
export function Said({ language, children }: SaidProps) {
  if (!language) return children;
  return (
    <span lang={language} dir={directionOf(language)} className="block">
      {children}
    </span>
  );
}

/** The same around a lesson. */
export function SaidPart({ language, children }: SaidProps) {
  if (!language) return children;
  return (
    <div lang={language} dir={directionOf(language)}>
      {children}
    </div>
  );
}

/** Says that something is in English because it is not ready in the language asked for. */
export function StillEnglish({
  wanted,
  said,
  what = "This lesson",
}: {
  wanted: string | null;
  said: string | null;
  what?: string;
}) {
  if (!wanted || said) return null;
  return (
    <p className="mb-3 text-ink-2 print:hidden">
      {what} is not ready in {englishName(wanted)} yet: here it is in English.
    </p>
  );
}
