"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { AppLink } from "@/components/ui/link";
import { SummaryList } from "@/components/ui/summary-list";
import { FIRST_STEP, type InviteState } from "./state";

interface InviteFormProps {
  action: (state: InviteState, data: FormData) => Promise<InviteState>;
  idempotencyKey: string;
  /** Name and address of the business on one line. */
  place: string;
  /** The address its manager gave, when there is one. */
  email: string;
  /** The last day the invitation works, as words. */
  expires: string;
  cancelHref: string;
}

const CHANNELS = [
  { value: "letter", label: "By letter", hint: "You print it: it has a code and a QR code." },
  { value: "email", label: "By e-mail", hint: "Only to an address the business gave you." },
];

const text = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

export function InviteForm(props: InviteFormProps) {
  const [state, dispatch] = useActionState(props.action, FIRST_STEP);
  const channel = text(state.values.channel);
  const email = text(state.values.email) || props.email;
  return (
    <form action={dispatch} noValidate className="max-w-read">
      <ErrorSummary
        errors={Object.entries(state.errors).map(([field, message]) =>
          field === "form" ? { message } : { field, message },
        )}
      />
      <HiddenKey value={props.idempotencyKey} />
      {state.step === "check" ? (
        <Check {...props} channel={channel} email={email} />
      ) : (
        <>
          <Radios
            name="channel"
            legend="How do you want to invite them?"
            options={CHANNELS}
            defaultValue={channel}
            error={state.errors.channel}
          />
          <TextInput
            name="email"
            type="email"
            label="E-mail address of the manager"
            hint="For an invitation by e-mail only."
            autoComplete="off"
            defaultValue={email}
            error={state.errors.email}
          />
          <FormActions>
            <SubmitButton pendingLabel="One moment…">Continue</SubmitButton>
            <AppLink href={props.cancelHref}>Cancel</AppLink>
          </FormActions>
        </>
      )}
    </form>
  );
}

function Check(props: InviteFormProps & { channel: string; email: string }) {
  const byEmail = props.channel === "email";
  return (
    <>
      <h2 className="mb-3">Check before you {byEmail ? "send" : "print"}</h2>
      <input type="hidden" name="channel" value={props.channel} />
      <input type="hidden" name="email" value={props.email} />
      <SummaryList
        rows={[
          { label: "Business", value: props.place },
          { label: "How", value: byEmail ? "E-mail" : "Letter, printed by you" },
          ...(byEmail ? [{ label: "To", value: props.email }] : []),
          { label: "Works until", value: props.expires },
        ]}
      />
      <p className="my-4">
        An earlier invitation that nobody has accepted stops working when you do this.
      </p>
      <FormActions>
        <SubmitButton name="press" value="send" pendingLabel="Sending…">
          {byEmail ? "Send the invitation" : "Make the letter"}
        </SubmitButton>
        <SubmitButton name="press" value="back" variant="ghost" pendingLabel="One moment…">
          Change something
        </SubmitButton>
      </FormActions>
    </>
  );
}
