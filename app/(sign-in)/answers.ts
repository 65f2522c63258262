import type * as z from "zod/mini";
import { readForm } from "@/lib/forms/read-form";
import type { FormState } from "@/lib/forms/state";
import { issuesByField } from "@/lib/forms/submit";

const NEVER_SHOWN_AGAIN = /password|pin|^next$/i;

/** The form's answers when its schema takes them, else the state that says what to mend. */
export function readAnswers<Schema extends z.ZodMiniType>(
  schema: Schema,
  data: FormData,
): { input: z.output<Schema> } | { state: FormState } {
  const parsed = schema.safeParse(readForm(data));
  if (parsed.success) return { input: parsed.data };
  return { state: refused(data, issuesByField(parsed.error.issues)) };
}

/** The page again with these errors and everything typed but secrets. */
export function refused(data: FormData, errors: Record<string, string>): FormState {
  const typed = Object.entries(readForm(data));
  return {
    errors,
    values: Object.fromEntries(typed.filter(([name]) => !NEVER_SHOWN_AGAIN.test(name))),
  };
}
