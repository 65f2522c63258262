import { randomUUID } from "node:crypto";
import { Notice } from "@/components/layout/notice";
import type { CheckRow } from "@/lib/coverage/history-queries";
import { formatMoment, plural } from "@/lib/format";
import type { FormAction } from "@/lib/forms/state";
import { RepairForm } from "./repair-form";

interface CheckNoticeProps {
  check: CheckRow | null;
  /** Null: the reader may not have the figures counted again. */
  repair: FormAction | null;
  asked: boolean;
}

/** Says so while figures stand that the facts do not bear out, and what to do about it. */
export function CheckNotice({ check, repair, asked }: CheckNoticeProps) {
  const left = check ? check.faults - check.repaired : 0;
  if (asked) {
    return (
      <Notice kind="info" title="Every figure is being counted again">
        <p>It takes about a minute. Load this page again to see the outcome.</p>
      </Notice>
    );
  }
  if (!check || left <= 0) return null;
  return (
    <Notice kind="warning" title="Some figures do not match their records">
      <p>
        The check of {formatMoment(check.at)} compared every figure with the records behind it and
        found {left >= 100 ? "at least 100 differences" : plural(left, "difference", "differences")}
        . Nothing is lost: the records are right, and the figures can be counted again from them.
      </p>
      {repair ? (
        <RepairForm action={repair} idempotencyKey={randomUUID()} />
      ) : (
        <p className="mt-2">An administrator of the borough can have them counted again.</p>
      )}
    </Notice>
  );
}

/** When the figures were last compared with their records, in one line. */
export function checkedLine(check: CheckRow | null): string {
  if (!check) return "Every figure is compared with the records behind it each night.";
  return check.faults > check.repaired
    ? `The figures were last compared with the records behind them on ${formatMoment(check.at)}.`
    : `The figures were compared with the records behind them on ${formatMoment(check.at)}: they match.`;
}
