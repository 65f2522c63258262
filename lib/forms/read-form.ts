/** The field that lets the server know a form it has already taken. */
export const KEY = "idempotencyKey";

/** The form's fields: text, or a list where a name ends in `[]` (the brackets are dropped). */
export function readForm(data: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(data.keys())) {
    if (name.startsWith("$") || name === KEY) continue;
    const texts = data.getAll(name).filter((value) => typeof value === "string");
    if (name.endsWith("[]")) values[name.slice(0, -2)] = texts;
    else values[name] = texts.at(-1) ?? "";
  }
  return values;
}
