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
        className="key-button key-button-danger whitespace-nowrap px-3 py-2 text-sm print:hidden"
      >
        Exit this page
        <span className="sr-only"> (or press Shift three times)</span>
      </a>
      <ExitKeys href={href} />
    </>
  );
}
