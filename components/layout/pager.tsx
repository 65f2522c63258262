import { LinkButton } from "@/components/ui/button";

export type PagerProps = {
  previousHref?: string | undefined;
  nextHref?: string | undefined;
  /** "Showing 50 of 1,284 businesses" */
  shownText: string;
};

/** The pages of a long list. Keyset pages have no numbers, only the one before and the one after. */
export function Pager({ previousHref, nextHref, shownText }: PagerProps) {
  return (
    <nav
      aria-label="Pages of this list"
      className="mt-4 flex flex-wrap items-center justify-between gap-3 print:hidden"
    >
      <p className="text-ink-2 text-sm">{shownText}</p>
      <div className="flex gap-2.5">
        {previousHref ? (
          <LinkButton href={previousHref} rel="prev" variant="ghost">
            Previous page
          </LinkButton>
        ) : null}
        {nextHref ? (
          <LinkButton href={nextHref} rel="next" variant="ghost">
            Next page
          </LinkButton>
        ) : null}
      </div>
    </nav>
  );
}
