import { randomUUID } from "node:crypto";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { AppLink } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { NIGHTS_LABELS, shiftTimes } from "@/lib/premises/model";
import type { ShiftRow } from "@/lib/premises/queries";
import { CodeForm } from "../join/code-form";
import { endShiftAction } from "./actions";

interface ShiftCardProps {
  businessId: string;
  shift: ShiftRow;
}

/** One night shift: who works it, who of them is trained, and how to change it. */
export function ShiftCard({ businessId, shift }: ShiftCardProps) {
  const trained = shift.people.some((person) => person.trained);
  const title = `${NIGHTS_LABELS[shift.nights]}, ${shiftTimes(shift)}`;
  return (
    <Card className="h-full">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3>{title}</h3>
        <Tag tone={trained ? "ok" : "late"}>{trained ? "Covered" : "Nobody trained"}</Tag>
      </div>
      {shift.people.length === 0 ? (
        <p className="text-ink-2">Nobody is on this shift yet.</p>
      ) : (
        <ul className="border-line border-t">
          {shift.people.map((person) => (
            <li
              key={person.id}
              className="flex flex-wrap justify-between gap-x-4 border-line border-b py-2"
            >
              <span>{person.name}</span>
              <span className={person.trained ? "font-semibold text-green" : "text-ink-2"}>
                {person.trained ? "Trained" : "Not trained yet"}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3 mb-1">
        <AppLink href={`/business/${businessId}/nights/${shift.id}`}>
          Say who works it<VisuallyHidden>: {title}</VisuallyHidden>
        </AppLink>
      </p>
      <Details
        summary={
          <>
            End this shift<VisuallyHidden>: {title}</VisuallyHidden>
          </>
        }
      >
        <p className="mb-3">From today it is no longer worked and needs nobody.</p>
        <CodeForm
          action={endShiftAction.bind(null, businessId, shift.id)}
          idempotencyKey={randomUUID()}
          button="End the shift"
          variant="danger"
        />
      </Details>
    </Card>
  );
}
