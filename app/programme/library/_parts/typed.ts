import type { FormState } from "@/lib/forms/state";

/** What a form came back with: its errors, and what was typed or else stands there. */
export function typedIn({ errors, values }: FormState) {
  const text = (field: string, stands: string) => {
    const typed = values[field];
    return typeof typed === "string" ? typed : stands;
  };
  return {
    errors: Object.entries(errors).map(([field, message]) =>
      field === "form" ? { message } : { field, message },
    ),
    error: (field: string) => errors[field],
    text,
    /** What an input needs: its name, what stands in it, and its error. */
    field: (name: string, stands: string) => ({
      name,
      defaultValue: text(name, stands),
      error: errors[name],
    }),
    /** A form that was sent names every list that has something in it. */
    list: (field: string, stands: readonly string[]) => {
      const sent = Object.keys(values).length > 0;
      return sent ? [values[field] ?? []].flat() : stands;
    },
  };
}
