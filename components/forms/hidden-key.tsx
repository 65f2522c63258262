/** The random key that lets the server know a form it has already taken. */
export function HiddenKey({ value }: { value: string }) {
  return <input type="hidden" name="idempotencyKey" value={value} />;
}
