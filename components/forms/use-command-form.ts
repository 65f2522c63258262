"use client";

import { startTransition, useActionState } from "react";
import {
  type DefaultValues,
  type FieldValues,
  type Path,
  type ResolverResult,
  useForm,
} from "react-hook-form";
import type * as z from "zod/mini";
import { EMPTY_STATE, type FormAction } from "@/lib/forms/state";

/**
 * Joins a server action to react-hook-form: with JavaScript the schema answers at once, without it the
 * same action answers with the same words. Spread `form` on <form> and `field(name)` on each input.
 * The schema is fetched when somebody begins to fill the form in: reading a page does not cost it.
 */
export function useCommandForm<Values extends FieldValues>(
  action: FormAction,
  loadSchema: () => Promise<z.ZodMiniType<unknown, Values>>,
  defaults: DefaultValues<Values>,
) {
  const [state, dispatch, pending] = useActionState(action, EMPTY_STATE);
  const { register, handleSubmit, formState } = useForm<Values>({
    // No default values here: the inputs carry them, and what was typed before this ran is kept. What
    // has no input, such as the business it is about, is added for the check.
    resolver: async (values) => {
      const schema = await loadSchema().catch(() => null);
      // Not reachable just now: the action checks with the same schema.
      return schema ? check(schema, { ...defaults, ...values }) : { values, errors: {} };
    },
    shouldFocusError: false,
  });
  const local = Object.entries(formState.errors).flatMap(([name, error]) =>
    error && typeof error.message === "string" ? [[name, error.message] as const] : [],
  );
  const errors: Record<string, string> =
    local.length > 0 || formState.isSubmitting ? Object.fromEntries(local) : state.errors;

  return {
    /** For <ErrorSummary>: every error with its field. */
    errors: Object.entries(errors).map(([field, message]) =>
      field === "form" ? { message } : { field, message },
    ),
    pending,
    /** For the <form>: posts to the action by itself, or after the schema agrees. */
    form: {
      action: dispatch,
      noValidate: true,
      onFocus: () => void loadSchema().catch(() => undefined),
      onSubmit: (event: React.FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        const submitter = (event.nativeEvent as SubmitEvent).submitter;
        const data = new FormData(event.currentTarget, submitter);
        void handleSubmit(() => startTransition(() => dispatch(data)))(event);
      },
    },
    /** For one input: its name, what to show in it, its error, and react-hook-form's handlers. */
    field: (name: Path<Values>) => ({
      ...register(name),
      defaultValue: textOf(state.values[name] ?? valueAt(defaults, name)),
      error: errors[name],
    }),
  };
}

/** The schema's answer in react-hook-form's words: the first message of each field. */
function check<Values extends FieldValues>(
  schema: z.ZodMiniType<unknown, Values>,
  values: object,
): ResolverResult<Values> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return { values: parsed.data as Values, errors: {} };
  const errors: Record<string, { type: string; message: string }> = {};
  for (const { path, code, message } of parsed.error.issues) {
    errors[path.length > 0 ? String(path[0]) : "form"] ??= { type: code, message };
  }
  return { values: {}, errors: errors as ResolverResult<Values>["errors"] };
}

const textOf = (value: unknown) => (value === undefined || value === null ? "" : String(value));

const valueAt = (values: object, name: string): unknown =>
  (values as Record<string, unknown>)[name];
