import { ExitKeys } from "@/components/layout/exit-keys";

/** Somewhere ordinary, so that a glance at the screen tells nothing. */
export const EXIT_HREF = "https://www.bbc.co.uk/weather";

/** Leaves at once. Without JavaScript it is a plain link. */
export function ExitLink({ href = EXIT_HREF }: { href?: string | undefined }) {
  return (
    <>
      <a
        href={href}
        rel="noreferrer"
        data-exit=""
        className="key-button inline-flex min-h-11 items-center whitespace-nowrap rounded-md bg-danger px-3 py-2 font-semibold text-on-danger text-sm no-underline hover:brightness-110 print:hidden"
      >
        Exit this page
        <span className="sr-only"> (or press Shift three times)</span>
      </a>
      <ExitKeys href={href} />
    </>
  );
}
