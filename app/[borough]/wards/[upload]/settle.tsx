import { randomUUID } from "node:crypto";
import type { Placement, WardUpload } from "@/lib/wards/queries";
import { confirmWardsAction, discardWardsAction } from "./actions";
import { Outcome } from "./outcome";
import { SettleForm } from "./settle-form";

/** What confirming would do, said before the two buttons. */
export function Settle({
  borough,
  row,
  placement,
}: {
  borough: string;
  row: WardUpload;
  placement: Placement;
}) {
  return (
    <section
      aria-labelledby="check-title"
      className="mb-8 rounded-lg border border-line bg-paper px-5 py-4"
    >
      <h2 id="check-title" className="mb-2 text-lg">
        When you confirm
      </h2>
      <Outcome row={row} placement={placement} />
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <SettleForm
          action={confirmWardsAction.bind(null, borough, row.id)}
          uploadId={row.id}
          idempotencyKey={randomUUID()}
          label="Confirm this list"
          pendingLabel="Placing businesses…"
        />
        <SettleForm
          action={discardWardsAction.bind(null, borough, row.id)}
          uploadId={row.id}
          idempotencyKey={randomUUID()}
          label="Discard this list"
          pendingLabel="Discarding…"
          variant="ghost"
        />
      </div>
    </section>
  );
}
