import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export type TagTone = "ok" | "due" | "late" | "off" | "plain";

const TONES: Record<TagTone, string> = {
  ok: "text-green",
  due: "text-prevent",
  late: "text-red",
  off: "text-ink-2",
  plain: "border-line text-ink",
};

export type TagProps = { tone?: TagTone | undefined; children: ReactNode };

/** A state in a word or two. The words carry the meaning, the colour only helps. */
export function Tag({ tone = "plain", children }: TagProps) {
  return (
    <span
      className={classNames(
        "inline-block rounded-sm border bg-paper px-2.5 py-0.5 font-semibold text-xs whitespace-nowrap",
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}

/** Several tags in a row. */
export function Tags({ children }: { children: ReactNode }) {
  return <p className="flex flex-wrap gap-2">{children}</p>;
}
