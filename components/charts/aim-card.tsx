import type { ReactNode } from "react";
import { AIM_STYLES, type Aim, AimShape } from "@/components/charts/aims";
import { Drawing } from "@/components/charts/drawing";
import { classNames } from "@/components/ui/class-names";
import { AppLink } from "@/components/ui/link";
import { formatNumber, formatShare, percentOf } from "@/lib/format";
import { markup } from "@/lib/markup";

export type AimCardProps = {
  aim: Aim;
  label: string;
  /** Null while nothing of this aim is measured. */
  count: { met: number; of: number; href: string } | null;
  /** What was counted: "businesses trained and showing materials". */
  what: string;
  /** The share aimed for, from 0 to 100. */
  target?: number | undefined;
  note?: ReactNode;
  /** Why there is no count yet, or which part of the aim it leaves out. */
  notMeasured?: string | undefined;
};

/** One aim of the four: how many of how many, the bar, the target, what changed. */
export function AimCard({ aim, label, count, what, target, note, notMeasured }: AimCardProps) {
  const style = AIM_STYLES[aim];
  return (
    <article
      className={classNames(
        "flex flex-col rounded-lg border border-line border-t-4 bg-paper px-4.5 pt-4 pb-3.5",
        style.border,
      )}
    >
      <h2 className={classNames("flex items-center gap-2.5 text-lg", style.text)}>
        <AimShape aim={aim} />
        {label}
      </h2>
      {count ? (
        <>
          <p className="mt-2 font-bold text-2xl tracking-tight">
            <AppLink href={count.href} className="text-ink decoration-line hover:decoration-ink">
              {formatNumber(count.met)} of {formatNumber(count.of)}
            </AppLink>
          </p>
          <p className="mb-3 text-ink-2 text-sm leading-snug sm:min-h-10.5">{what}</p>
          <div>
            <AimBar aim={aim} met={count.met} of={count.of} target={target} />
            <p className="mt-1 flex justify-between text-sm">
              <span>{formatShare(count.met, count.of)}</span>
              {target === undefined ? null : <span className="text-ink-2">target {target}%</span>}
            </p>
          </div>
        </>
      ) : (
        <>
          <p className="mt-2 font-bold text-2xl text-ink-2 tracking-tight">Not yet measured</p>
          <p className="mb-3 text-ink-2 text-sm leading-snug">{what}</p>
        </>
      )}
      {note || notMeasured ? (
        <div className="mt-2.5 space-y-1 border-line border-t pt-2 text-ink-2 text-sm">
          {note ? <p>{note}</p> : null}
          {notMeasured ? <p>{notMeasured}</p> : null}
        </div>
      ) : null}
    </article>
  );
}

type AimBarProps = { aim: Aim; met: number; of: number; target: number | undefined };

// The words beside it say the same, so the bar itself is hidden from screen readers.
function AimBar({ aim, met, of, target }: AimBarProps) {
  const percent = percentOf(met, of) ?? 0;
  const left =
    target === undefined ? 0 : Math.min(Math.max(target, 0), 100) - (target >= 100 ? 1 : 0.5);
  return (
    <Drawing
      viewBox="0 0 100 14"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="block h-3.5 w-full"
      content={markup`<rect y="2" width="100" height="10" class="mark-track fill-line"/>
        <rect y="2" width="${percent}" height="10" class="mark-fill ${AIM_STYLES[aim].fill}"/>
        ${target !== undefined && markup`<rect x="${left}" width="1" height="14" class="mark-fill fill-ink"/>`}`}
    />
  );
}
