/** Rows people tap first, besides repeats, runs and dates. */
const COMMON = new Set([
  "159753",
  "147258",
  "258456",
  "123321",
  "321321",
  "112233",
  "102030",
  "246810",
]);

const isRun = (pin: string, step: number) =>
  [...pin].every((digit, i) => i === 0 || Number(digit) === (Number(pin[i - 1]) + step + 10) % 10);

const isDayAndMonth = (day: number, month: number) =>
  day >= 1 && day <= 31 && month >= 1 && month <= 12;

/** Could these six digits be a date: 311299, 123199 or 991231? */
function isDate(pin: string): boolean {
  const [a = 0, b = 0, c = 0] = [pin.slice(0, 2), pin.slice(2, 4), pin.slice(4)].map(Number);
  return isDayAndMonth(a, b) || isDayAndMonth(b, a) || isDayAndMonth(c, b);
}

/** Is this six-digit PIN among those somebody would try first? */
export function isWeakPin(pin: string): boolean {
  return (
    /^(.)\1+$/.test(pin) ||
    /^(..)\1\1$/.test(pin) ||
    /^(...)\1$/.test(pin) ||
    [1, -1, 2, -2].some((step) => isRun(pin, step)) ||
    isDate(pin) ||
    COMMON.has(pin)
  );
}
