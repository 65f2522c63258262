import { randomUUID } from "node:crypto";
import { ConfirmForm } from "@/app/[borough]/businesses/_forms/confirm-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import type { TeamMember } from "@/lib/auth/team";
import type { VisitDetail } from "@/lib/visits/queries";
import { cancelVisitAction, rescheduleVisitAction } from "../actions";
import { RescheduleForm } from "./reschedule-form";

interface PlannedProps {
  borough: string;
  visit: VisitDetail;
  team: TeamMember[];
  today: string;
}

/** What can be done with a visit that has not been made: record it, move it, call it off. */
export function Planned({ borough, visit, team, today }: PlannedProps) {
  return (
    <div className="space-y-4">
      <LinkButton href={`/${borough}/visits/${visit.id}/record`} variant="wide">
        Start the visit
      </LinkButton>
      <p className="text-ink-2 text-sm">
        Open it before you set out: the form opens again without a network and keeps what you fill
        in on your phone.
      </p>
      <Card>
        <Details summary="Move it to another day or colleague">
          <RescheduleForm
            action={rescheduleVisitAction.bind(null, borough, visit.id)}
            idempotencyKey={randomUUID()}
            visitId={visit.id}
            plannedOn={visit.plannedOn}
            assignedTo={visit.assignedTo ?? ""}
            team={team.map(({ userId, name }) => ({ value: userId, label: name }))}
            today={today}
          />
        </Details>
        <div className="mt-3">
          <Details summary="Call it off">
            <p className="mb-3">Nobody goes. The business stays where it is in every figure.</p>
            <ConfirmForm
              action={cancelVisitAction.bind(null, borough, visit.id)}
              idempotencyKey={randomUUID()}
              button="Call off the visit"
              variant="danger"
            />
          </Details>
        </div>
      </Card>
    </div>
  );
}
