import "server-only";
import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import type * as z from "zod/mini";
import type { Viewer } from "@/lib/auth/viewer";
import { type Command, runCommand } from "@/lib/command";
import { DatabaseAway } from "@/lib/db/guard";
import { Conflict, Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { type LibraryCommand, runLibraryCommand } from "@/lib/library-command";
import { KEY, readForm } from "./read-form";
import type { FormState } from "./state";

const NEVER_SHOWN_AGAIN = /password|pin/i;

interface Place<T> {
  viewer: Viewer;
  boroughCode: string;
  /** Where to go when it is done. */
  then: (value: T) => string;
  /** Values that come from the address, not from the form. */
  fixed?: Record<string, unknown>;
  /** What follows outside the database once it is done, such as removing a file. */
  after?: (value: T) => Promise<void>;
}

/**
 * The one way from a form to a command: reads the fields, runs it, and either goes on or answers with
 * every error and everything typed.
 */
export async function submit<Input extends z.ZodMiniType, T>(
  command: Command<Input, T>,
  data: FormData,
  place: Place<T>,
): Promise<FormState> {
  const answer = await give(command, data, place);
  if ("errors" in answer) return answer;
  redirect(answer.href);
}

/** The same for a form that is sent by script: where to go on, instead of going there. */
export async function give<Input extends z.ZodMiniType, T>(
  command: Command<Input, T>,
  data: FormData,
  place: Place<T>,
): Promise<FormState | { href: string }> {
  const key = data.get(KEY);
  return order(command, data, place, (raw) =>
    runCommand(command, place.viewer, raw, {
      boroughCode: place.boroughCode,
      ...(typeof key === "string" && key ? { idempotencyKey: key } : {}),
    }),
  );
}

/** From a form to a command on the course library. */
export async function submitToLibrary<Input extends z.ZodMiniType, T>(
  command: LibraryCommand<Input, T>,
  data: FormData,
  place: Omit<Place<T>, "boroughCode">,
): Promise<FormState> {
  const answer = await order(command, data, place, (raw) =>
    runLibraryCommand(command, place.viewer, raw),
  );
  if ("errors" in answer) return answer;
  redirect(answer.href);
}

async function order<T>(
  { input }: { input: z.ZodMiniType },
  data: FormData,
  place: Omit<Place<T>, "boroughCode">,
  run: (raw: Record<string, unknown>) => Promise<T>,
): Promise<FormState | { href: string }> {
  const values = readForm(data);
  const raw = { ...values, ...place.fixed };
  const parsed = input.safeParse(raw);
  if (!parsed.success) return { errors: issuesByField(parsed.error.issues), values: shown(values) };
  const answer = await attempt(() => run(raw));
  if ("errors" in answer) return { errors: answer.errors, values: shown(values) };
  await place.after?.(answer.value);
  revalidatePath("/", "layout");
  return { href: place.then(answer.value) };
}

type Attempt<T> = { value: T } | { errors: Record<string, string> };

/** Runs work and turns what people can mend into errors; a missing or foreign thing is "not found". */
export async function attempt<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof RuleBroken) return { errors: { [error.field]: error.message } };
    if (error instanceof Conflict) return { errors: { form: error.message } };
    if (error instanceof DatabaseAway) {
      return {
        errors: {
          form: "We could not save this just now. Nothing you typed is lost: try again in a minute.",
        },
      };
    }
    if (error instanceof NotFound || error instanceof Forbidden) notFound();
    throw error;
  }
}

/** The first message of each field. */
export function issuesByField(
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of issues) {
    const field = issue.path.length > 0 ? String(issue.path[0]) : "form";
    errors[field] ??= issue.message;
  }
  return errors;
}

function shown(values: Record<string, string | string[]>): FormState["values"] {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !NEVER_SHOWN_AGAIN.test(name)),
  );
}
