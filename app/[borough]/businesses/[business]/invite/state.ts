import type { FormState } from "@/lib/forms/state";

/** The form's answer, and whether it has been looked over: the second press sends. */
export interface InviteState extends FormState {
  step: "ask" | "check";
}

export const FIRST_STEP: InviteState = { errors: {}, values: {}, step: "ask" };
