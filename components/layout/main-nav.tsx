"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { AppLink } from "@/components/ui/link";

export type NavItem = { href: string; label: string };

export type MainNavProps = { items: NavItem[]; frame: string };

/** The parts of an area. On a phone the row scrolls sideways. */
export function MainNav({ items, frame }: MainNavProps) {
  const current = partOf(usePathname(), items);
  const list = useRef<HTMLUListElement>(null);
  // The part one is in must be in sight, also at the far end of the row.
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>(`[href="${current}"]`);
    if (here && list.current) list.current.scrollLeft = here.offsetLeft - here.offsetWidth;
  }, [current]);
  return (
    <nav aria-label="Main" className="border-line border-b bg-paper print:hidden">
      <ul ref={list} className={`${frame} flex gap-x-7 overflow-x-auto`}>
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

/** The item whose address is the page's or leads to it: the longest wins. */
function partOf(path: string, items: NavItem[]): string | undefined {
  const leading = items.filter(({ href }) => path === href || path.startsWith(`${href}/`));
  return leading.sort((a, b) => b.href.length - a.href.length)[0]?.href;
}
