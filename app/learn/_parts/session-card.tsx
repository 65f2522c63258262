import { randomUUID } from "node:crypto";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card } from "@/components/ui/card";
import type { MySession } from "@/lib/group-sessions/queries";
import { attendSessionAction } from "./actions";

/** Today's group session: who is in it goes straight to its short check. */
export function SessionCard({ business, session }: { business: string; session: MySession }) {
  return (
    <Card title="Group session today" className="mb-6">
      <p className="mb-4">
        {session.course}, taken together. Press this once you have been led through it: a few
        questions follow, and they are yours alone to answer.
      </p>
      <form action={attendSessionAction.bind(null, business, session.id)}>
        <HiddenKey value={randomUUID()} />
        <SubmitButton>I am in the session</SubmitButton>
      </form>
    </Card>
  );
}
