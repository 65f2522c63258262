import { classNames } from "@/components/ui/class-names";
import { AppLink } from "@/components/ui/link";
import { formatNumber } from "@/lib/format";

export type TabsLinksProps = {
  label: string;
  items: { href: string; label: string; count?: number | undefined }[];
  /** The href of the tab that is open. */
  current: string;
};

/** Views of the same thing, each with an address of its own. */
export function TabsLinks({ label, items, current }: TabsLinksProps) {
  return (
    <nav aria-label={label} className="mb-6 border-line border-b print:hidden">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {items.map((item) => {
          const here = item.href === current;
          return (
            <li key={item.href}>
              <AppLink
                href={item.href}
                aria-current={here ? "page" : undefined}
                className={classNames(
                  "inline-block border-b-3 py-2.5 no-underline",
                  here
                    ? "border-amber font-semibold text-ink"
                    : "border-transparent text-ink-2 hover:border-line",
                )}
              >
                {item.label}
                {item.count === undefined ? null : ` (${formatNumber(item.count)})`}
              </AppLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
