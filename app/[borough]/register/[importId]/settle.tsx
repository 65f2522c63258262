import { Notice } from "@/components/layout/notice";
import { LinkButton } from "@/components/ui/button";
import { formatNumber } from "@/lib/format";
import type { FormAction } from "@/lib/forms/state";
import type { ImportRow } from "@/lib/register/queries";
import { looksPartial, Outcome } from "./outcome";
import { SettleForm } from "./settle-form";

interface Order {
  action: FormAction;
  key: string;
}

interface SettleProps {
  row: ImportRow;
  uploadHref: string;
  confirm: Order;
  discard: Order;
}

/** What confirming would do, said before the two buttons. */
export function Settle({ row, uploadHref, confirm, discard }: SettleProps) {
  const discardForm = (
    <SettleForm
      action={discard.action}
      importId={row.id}
      idempotencyKey={discard.key}
      label="Discard this preview"
      pendingLabel="Discarding…"
      variant="ghost"
    />
  );
  if (row.overtaken) {
    return (
      <Notice kind="warning" title="This preview is out of date">
        <p className="mb-3">
          Another import of this register was confirmed after it was made. Upload the file again to
          see what differs now.
        </p>
        <div className="flex flex-wrap items-center gap-4">
          <LinkButton href={uploadHref}>Upload again</LinkButton>
          {discardForm}
        </div>
      </Notice>
    );
  }
  const nothing = row.new + row.changed + row.gone === 0;
  const known = row.gone + row.changed + row.unchanged;
  return (
    <>
      {looksPartial(row) ? (
        <Notice kind="warning" title="Is this the whole register?">
          <p>
            {formatNumber(row.gone)} of the {formatNumber(known)} entries known so far are not in
            this file. Discard it if it holds only a part.
          </p>
        </Notice>
      ) : null}
      <section
        aria-labelledby="check-title"
        className="mb-8 rounded-lg border border-line bg-paper px-5 py-4"
      >
        <h2 id="check-title" className="mb-2 text-lg">
          {nothing ? "Nothing differs from your list" : "When you confirm"}
        </h2>
        <Outcome row={row} />
        <div className="mt-4 flex flex-wrap items-center gap-4">
          <SettleForm
            action={confirm.action}
            importId={row.id}
            idempotencyKey={confirm.key}
            label={nothing ? "Record that it was checked" : "Confirm and import"}
            pendingLabel="Importing…"
          />
          {discardForm}
        </div>
      </section>
    </>
  );
}
