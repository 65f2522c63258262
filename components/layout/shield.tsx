/** The sign of the portal. The name always stands beside it. */
export function Shield() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" className="flex-none">
      <path
        d="M13 1 24 5v7c0 6.500-4.600 11-11 13C6.600 23 2 18.500 2 12V5z"
        className="fill-amber"
      />
      <path
        d="m8 13 3.600 3.600L18.500 9.500"
        className="fill-none stroke-on-amber"
        strokeWidth="2.600"
      />
    </svg>
  );
}

/** The shield and the name, as they stand in a header. */
export const BRAND_CLASS =
  "inline-flex min-h-11 items-center gap-2.5 font-bold text-[1.1875rem] text-on-navy leading-tight " +
  "tracking-tight no-underline";
