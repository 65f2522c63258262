import { randomUUID } from "node:crypto";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SummaryList } from "@/components/ui/summary-list";
import { formatDate, plural } from "@/lib/format";
import type { FormAction } from "@/lib/forms/state";
import { checkSentence } from "@/lib/group-sessions/model";
import type { SessionView as Session } from "@/lib/group-sessions/queries";
import { PressForm } from "./press-form";
import { SessionTag } from "./session-table";

interface SessionViewProps {
  session: Session;
  /** Where this session's pages are. */
  path: string;
  /** The page with the code for staff; the borough does not hold it. */
  joinHref?: string;
  endAction: FormAction;
  callOffAction: FormAction;
}

/** What a session is, how it is led, and what came of it. */
export function SessionView(props: SessionViewProps) {
  const { session, path, joinHref } = props;
  const { state } = session;
  const open = state === "coming" || state === "today" || state === "to_enter";
  return (
    <div className="max-w-read space-y-6">
      <SummaryList
        rows={[
          { label: "State", value: <SessionTag state={state} /> },
          { label: "Day", value: formatDate(session.heldOn) },
          { label: "Were there", value: plural(session.attended, "person", "people") },
          { label: "Passed", value: `${session.passed} of ${session.attended}` },
        ]}
      />
      {open ? (
        <Card title="How to lead it">
          <ol className="list-decimal space-y-2 pl-5">
            <li>
              Go through the lessons together, and stop where people want to talk. Nobody is asked
              about anything that happened to them; anyone may step out.
            </li>
            <li>
              Staff with a phone sign in with the code for staff and their PIN, open today's session
              there, and answer {session.check.length} questions of their own.
            </li>
            <li>
              Everybody else answers the printed check.{" "}
              {checkSentence({ questions: session.check.length, passShare: session.passShare })} You
              enter the register afterwards.
            </li>
          </ol>
          <div className="mt-4 flex flex-wrap gap-3">
            {joinHref && state === "today" ? (
              <LinkButton href={joinHref}>Show the code for staff</LinkButton>
            ) : null}
            <LinkButton href={`${path}/check`} variant="ghost">
              Print the short check
            </LinkButton>
            {state === "coming" ? null : (
              <LinkButton
                href={`${path}/register`}
                variant={state === "to_enter" ? "primary" : "ghost"}
              >
                Enter the register
              </LinkButton>
            )}
          </div>
        </Card>
      ) : null}
      {open ? (
        <div className="flex flex-wrap gap-3">
          {state === "coming" ? null : (
            <PressForm
              action={props.endAction}
              idempotencyKey={randomUUID()}
              button="End the session: its register is final"
            />
          )}
          {state === "to_enter" ? null : (
            <PressForm
              action={props.callOffAction}
              idempotencyKey={randomUUID()}
              button="Call the session off"
            />
          )}
        </div>
      ) : null}
    </div>
  );
}
