import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";

export type NextItem = {
  title: string;
  text: ReactNode;
  /** What doing it would change, such as "+8 Prevent". */
  gain?: string | undefined;
  gainTone?: "ok" | "late" | undefined;
  href: string;
  /** The verb on the button. */
  action: string;
};

/** The next things to do, the most useful first. */
export function NextList({ items }: { items: NextItem[] }) {
  return (
    <ol className="rounded-lg border border-line bg-paper">
      {items.map((item) => (
        <li
          key={item.title}
          className="grid grid-cols-[1fr_auto] items-center gap-4 border-line border-t p-4 first:border-t-0 sm:grid-cols-[1fr_auto_auto]"
        >
          <div className="min-w-0">
            <h3 className="text-base leading-snug">{item.title}</h3>
            <p className="mt-0.5 text-ink-2 text-sm">{item.text}</p>
          </div>
          {item.gain ? (
            <span
              className={classNames(
                "whitespace-nowrap font-semibold text-xs",
                item.gainTone === "late" ? "text-red" : "text-green",
              )}
            >
              {item.gain}
            </span>
          ) : (
            <span />
          )}
          <LinkButton href={item.href} variant="small" className="col-span-2 sm:col-span-1">
            {item.action}
          </LinkButton>
        </li>
      ))}
    </ol>
  );
}
