/**
 * Every shape a postcode in the United Kingdom has, after Royal Mail's PAF guide: the outward code,
 * then a digit and two letters of which none is C, I, K, M, O or V.
 */
const POSTCODE =
  /^(GIR0AA|(?:[A-PR-UWYZ][0-9]{1,2}|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}|[A-PR-UWYZ][0-9][A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY])[0-9][ABD-HJLNP-UW-Z]{2})$/;

/** "w1j7rw" as "W1J 7RW": upper case with one space; null when it is not a postcode. */
export function normalisePostcode(text: string): string | null {
  const compact = text.toUpperCase().replace(/\s+/g, "");
  return POSTCODE.test(compact) ? `${compact.slice(0, -3)} ${compact.slice(-3)}` : null;
}
