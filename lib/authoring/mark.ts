import { createHash } from "node:crypto";

/**
 * A short mark of a part of a draft as its author saw it: the form carries it, and a part that has
 * another one meanwhile was changed by somebody else.
 */
export function markOf(part: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(inOrder(part)) ?? "")
    .digest("hex")
    .slice(0, 20);
}

/** The database gives the fields of an object back in an order of its own. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, each]) => [name, inOrder(each)]));
}
