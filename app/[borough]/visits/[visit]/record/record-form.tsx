"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import { DateInput } from "@/components/forms/date-input";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { AppLink } from "@/components/ui/link";
import { keptName, readKept } from "@/lib/forms/kept-form";
import { EMPTY_STATE, type FormAction } from "@/lib/forms/state";
import { VISIT_OUTCOME_LABELS, VISIT_OUTCOMES } from "@/lib/visits/model";
import { AgreedActions } from "./agreed-actions";
import type { DoorItem } from "./item-question";
import { KeptStatusLine } from "./kept-status";
import { SeenPart } from "./seen-part";
import { useKeptForm } from "./use-kept-form";

const loadSchema = () => import("@/lib/visits/schema").then((m) => m.recordVisitInput);

export interface RecordFormProps {
  action: FormAction;
  idempotencyKey: string;
  userId: string;
  visitId: string;
  businessName: string;
  path: string;
  backHref: string;
  items: DoorItem[];
  today: string;
  earliest: string;
  declared: number | null;
  dueOn: string;
  /** The visit was recorded or called off: only what is still on this phone is shown. */
  settled: boolean;
}

/** The checklist at the door: one long page of native inputs, kept on this phone until it is sent. */
export function RecordForm(props: RecordFormProps) {
  const { path, visitId, today, settled } = props;
  const form = useRef<HTMLFormElement>(null);
  const [state, dispatch] = useActionState(props.action, EMPTY_STATE);
  const name = keptName(props.userId, visitId);
  const kept = useKeptForm(form, {
    ...{ name, label: props.businessName, path, sendTo: `${path}/send` },
    loadSchema,
  });
  const [shown, setShown] = useState(!settled);
  useEffect(() => {
    if (readKept(name)) setShown(true);
  }, [name]);

  const errors = kept.errors ?? state.errors;
  const error = (field: string) => errors[field];
  const text = (field: string) => String(state.values[field] ?? "");
  const list = (field: string) => [state.values[field] ?? []].flat();
  return (
    <form
      ref={form}
      action={dispatch}
      noValidate
      hidden={!shown}
      onInput={kept.onInput}
      onSubmit={(event) => {
        event.preventDefault();
        void kept.submit();
      }}
      className="group/form max-w-read"
    >
      <ErrorSummary
        errors={Object.entries(errors).map(([field, message]) =>
          field === "form" ? { message } : { field, message },
        )}
      />
      <KeptStatusLine
        status={kept.status}
        opensAgain={kept.opensAgain}
        signInHref={`/sign-in?next=${encodeURIComponent(path)}`}
        onRemove={() => void kept.remove()}
      />
      <HiddenKey value={props.idempotencyKey} />
      <input type="hidden" name="visitId" value={visitId} />
      <Radios
        name="outcome"
        legend="What came of the visit?"
        large
        defaultValue={text("outcome")}
        error={error("outcome")}
        options={VISIT_OUTCOMES.map((value) => ({ value, label: VISIT_OUTCOME_LABELS[value] }))}
      />
      <DateInput
        name="visitedOn"
        label="Date of the visit"
        min={props.earliest}
        max={today}
        defaultValue={text("visitedOn") || today}
        error={error("visitedOn")}
      />
      <div className="group-has-[#outcome:not(:checked)]/form:hidden">
        <SeenPart items={props.items} declared={props.declared} value={text} error={error} />
      </div>
      <AgreedActions dueOn={props.dueOn} text={text} list={list} error={error} />
      <DateInput
        name="nextVisitOn"
        label="Next visit"
        optional
        hint="It is planned for you on that day."
        defaultValue={text("nextVisitOn")}
        error={error("nextVisitOn")}
      />
      <FormActions>
        <SubmitButton pending={kept.status === "sending"} pendingLabel="Sending…">
          Record the visit
        </SubmitButton>
        <AppLink href={props.backHref}>Back to the visit</AppLink>
      </FormActions>
    </form>
  );
}
