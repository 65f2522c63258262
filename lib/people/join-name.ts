/** A typed name as it is kept: trimmed, with single spaces. */
export function cleanName(typed: string): string {
  return typed.normalize("NFC").trim().replace(/\s+/g, " ");
}

/** What a typed name is matched by: lower case, single spaces, no accents and no stops. */
export function nameKey(name: string): string {
  return cleanName(name)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[.,]/g, "")
    .replace(/[’‘`´]/g, "'")
    .toLowerCase()
    .trim();
}
