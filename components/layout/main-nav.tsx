"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { AppLink } from "@/components/ui/link";

type Part = { href: string; label: string };

/** A section of an area; one with several pages names them, the first being the section's own. */
export type NavItem = Part & { parts?: Part[] | undefined };

export type MainNavProps = { items: NavItem[]; frame: string };

/** The sections of an area and, below, the pages of the one the reader is in. On a phone rows scroll. */
export function MainNav({ items, frame }: MainNavProps) {
  const page = pageOf(usePathname(), items);
  const section = items.find((item) => partsOf(item).some(({ href }) => href === page));
  return (
    <nav aria-label="Main" className="border-line border-b bg-paper print:hidden">
      <Row parts={items} here={section?.href} className={`${frame} gap-x-7`} look={SECTION} />
      {section?.parts ? (
        <div className="border-line border-t bg-wash">
          <Row parts={section.parts} here={page} className={`${frame} gap-x-6`} look={PAGE} />
        </div>
      ) : null}
    </nav>
  );
}

const SECTION = {
  all: "inline-block border-b-3 pt-3.5 pb-2.5",
  here: "border-amber font-semibold text-ink",
  other: "border-transparent text-ink-2 hover:border-line",
};
const PAGE = {
  all: "inline-flex min-h-11 items-center text-sm",
  here: "font-semibold text-ink",
  other: "text-ink-2 hover:underline",
};

interface RowProps {
  parts: readonly Part[];
  here: string | undefined;
  className: string;
  look: typeof SECTION;
}

function Row({ parts, here, className, look }: RowProps) {
  const list = useRef<HTMLUListElement>(null);
  // The part one is in must be in sight, also at the far end of the row.
  useEffect(() => {
    const link = list.current?.querySelector<HTMLElement>(`[href="${here}"]`);
    if (link && list.current) list.current.scrollLeft = link.offsetLeft - link.offsetWidth;
  }, [here]);
  return (
    <ul ref={list} className={`${className} flex overflow-x-auto`}>
      {parts.map(({ href, label }) => (
        <li key={href}>
          <AppLink
            href={href}
            aria-current={href === here ? "page" : undefined}
            className={classNames(
              "whitespace-nowrap no-underline -outline-offset-3",
              look.all,
              href === here ? look.here : look.other,
            )}
          >
            {label}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}

const partsOf = (item: NavItem): readonly Part[] => item.parts ?? [item];

/** The page whose address is the reader's or leads to it: the longest wins. */
function pageOf(path: string, items: NavItem[]): string | undefined {
  const leading = items
    .flatMap(partsOf)
    .filter(({ href }) => path === href || path.startsWith(`${href}/`));
  return leading.sort((a, b) => b.href.length - a.href.length)[0]?.href;
}
