import { formatDate } from "@/lib/format";
import type { FrontDoor } from "@/lib/training/record-queries";

/** Children's services of the reader's borough, and whether the borough has confirmed them. */
export function FrontDoorCard({ door }: { door: FrontDoor | null }) {
  return (
    <div lang="en-GB" dir="ltr" className="rounded-lg border border-line bg-paper p-4">
      {door ? (
        <>
          <p className="font-semibold">{door.teamName}</p>
          <ul className="list-none pl-0">
            {door.phone ? (
              <li>
                Phone: <a href={`tel:${door.phone.replaceAll(" ", "")}`}>{door.phone}</a>
              </li>
            ) : null}
            {door.outOfHoursPhone ? (
              <li>
                At night and at weekends:{" "}
                <a href={`tel:${door.outOfHoursPhone.replaceAll(" ", "")}`}>
                  {door.outOfHoursPhone}
                </a>
              </li>
            ) : null}
            {door.email ? (
              <li>
                E-mail: <a href={`mailto:${door.email}`}>{door.email}</a>
              </li>
            ) : null}
          </ul>
          <p className="text-ink-2 text-sm">
            {door.confirmedOn
              ? `Confirmed by the borough on ${formatDate(door.confirmedOn)}.`
              : "Not confirmed by the borough yet."}
          </p>
        </>
      ) : (
        <p>
          The contact of your borough’s children’s services is not confirmed by the borough yet. You
          can always call 101, quoting Operation Make Safe.
        </p>
      )}
    </div>
  );
}
