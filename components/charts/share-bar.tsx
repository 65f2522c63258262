import { AIM_STYLES, type Aim } from "@/components/charts/aims";
import { classNames } from "@/components/ui/class-names";
import { formatShare, percentOf } from "@/lib/format";

export type ShareBarProps = { met: number; of: number; aim?: Aim | undefined };

/** A small bar and its share in words, for a cell of a table that also gives the counts. */
export function ShareBar({ met, of, aim = "prevent" }: ShareBarProps) {
  const percent = percentOf(met, of) ?? 0;
  return (
    <span className="inline-flex items-center gap-2.5 whitespace-nowrap">
      <svg
        width="90"
        height="8"
        viewBox="0 0 90 8"
        aria-hidden="true"
        className="flex-none overflow-hidden rounded-sm"
      >
        <rect width="90" height="8" className="mark-track fill-line" />
        <rect
          width={percent * 0.9}
          height="8"
          className={classNames("mark-fill", AIM_STYLES[aim].fill)}
        />
      </svg>
      <span className="min-w-11 tabular-nums">{formatShare(met, of)}</span>
    </span>
  );
}
