/** What a form's action answers; browser-safe. Errors are keyed by field, "form" is the whole form. */
export interface FormState {
  errors: Record<string, string>;
  /** What was typed, so that nothing is lost when the page comes back without JavaScript. */
  values: Record<string, string | string[]>;
}

export const EMPTY_STATE: FormState = { errors: {}, values: {} };

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;
