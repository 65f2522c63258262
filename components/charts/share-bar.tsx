import { AIM_STYLES, type Aim } from "@/components/charts/aims";
import { Drawing } from "@/components/charts/drawing";
import { formatShare, percentOf } from "@/lib/format";
import { markup } from "@/lib/markup";

export type ShareBarProps = { met: number; of: number; aim?: Aim | undefined };

/** A small bar and its share in words, for a cell of a table that also gives the counts. */
export function ShareBar({ met, of, aim = "prevent" }: ShareBarProps) {
  const percent = percentOf(met, of) ?? 0;
  return (
    <span className="inline-flex items-center gap-2.5 whitespace-nowrap">
      <Drawing
        width="90"
        height="8"
        viewBox="0 0 90 8"
        aria-hidden="true"
        className="flex-none overflow-hidden rounded-sm"
        content={markup`<rect width="90" height="8" class="mark-track fill-line"/>
          <rect width="${percent * 0.9}" height="8" class="mark-fill ${AIM_STYLES[aim].fill}"/>`}
      />
      <span className="min-w-11 tabular-nums">{formatShare(met, of)}</span>
    </span>
  );
}
