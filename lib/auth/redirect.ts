const BASE = "http://portal.invalid";
const LONGEST = 500;
/** Control characters and backslashes: browsers drop or turn some of them into slashes. */
const TRICKS = /[\p{Cc}\\]/u;

/** The path to go on to when it is a plain path of this site; the fallback for anything else. */
export function safeNext(next: unknown, fallback: string): string {
  if (typeof next !== "string" || next.length > LONGEST) return fallback;
  if (!next.startsWith("/") || next.startsWith("//") || TRICKS.test(next)) return fallback;
  if (!URL.canParse(next, BASE)) return fallback;
  const url = new URL(next, BASE);
  if (url.origin !== BASE || url.pathname.startsWith("//")) return fallback;
  if (/^\/(sign-in|api)(\/|$)/.test(url.pathname)) return fallback;
  return url.pathname + url.search;
}
