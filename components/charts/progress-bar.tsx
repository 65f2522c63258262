import { formatNumber } from "@/lib/format";

export type ProgressBarProps = {
  label: string;
  value: number;
  max: number;
  /** What stands beside it; "3 of 6" by default. */
  text?: string | undefined;
  /** The label and text are said elsewhere on the page. */
  hideLabel?: boolean | undefined;
};

/** How far a lesson, a course or a long job has come. */
export function ProgressBar({ label, value, max, text, hideLabel }: ProgressBarProps) {
  const words = text ?? `${formatNumber(value)} of ${formatNumber(max)}`;
  return (
    <div className="my-3">
      {hideLabel ? null : (
        <p className="mb-1 flex flex-wrap justify-between gap-x-4 text-ink-2 text-sm">
          <span>{label}</span>
          <span className="tabular-nums">{words}</span>
        </p>
      )}
      <progress aria-label={label} max={Math.max(max, 1)} value={value} className="progress">
        {words}
      </progress>
    </div>
  );
}
