import type { FormState } from "@/lib/forms/state";

/** What a form came back with: its errors, and what was typed or else stands there. */
export function typedIn({ errors, values }: FormState) {
  return {
    errors: Object.entries(errors).map(([field, message]) =>
      field === "form" ? { message } : { field, message },
    ),
    error: (field: string) => errors[field],
    text: (field: string, stands: string) => {
      const typed = values[field];
      return typeof typed === "string" ? typed : stands;
    },
    /** A form that was sent names every list that has something in it. */
    list: (field: string, stands: readonly string[]) => {
      const sent = Object.keys(values).length > 0;
      return sent ? [values[field] ?? []].flat() : stands;
    },
  };
}
