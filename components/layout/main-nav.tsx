import { classNames } from "@/components/ui/class-names";
import { AppLink } from "@/components/ui/link";

export type NavItem = { href: string; label: string };

export type MainNavProps = { items: NavItem[]; current?: string | undefined; frame: string };

/** The parts of an area. On a phone the row scrolls sideways. */
export function MainNav({ items, current, frame }: MainNavProps) {
  return (
    <nav aria-label="Main" className="border-line border-b bg-paper print:hidden">
      <ul className={`${frame} flex gap-x-7 overflow-x-auto`}>
        {items.map((item) => {
          const here = item.href === current;
          return (
            <li key={item.href}>
              <AppLink
                href={item.href}
                aria-current={here ? "page" : undefined}
                className={classNames(
                  "inline-block whitespace-nowrap border-b-3 pt-3.5 pb-2.5 no-underline -outline-offset-3",
                  here
                    ? "border-amber font-semibold text-ink"
                    : "border-transparent text-ink-2 hover:border-line",
                )}
              >
                {item.label}
              </AppLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
