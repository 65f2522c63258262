const ON_NAVY = "text-on-navy";

/** Whom to call, in full: the same card in the same place on every page. */
export function CallCard() {
  return (
    <aside
      aria-labelledby="call-card-title"
      className="rounded-lg border-amber border-l-6 bg-navy px-4.5 py-4 text-on-navy print:bg-transparent print:text-ink dark:border-y dark:border-r dark:border-y-line dark:border-r-line"
    >
      <h2 id="call-card-title" className="text-lg">
        Worried about a child now?
      </h2>
      <p className="mt-1">
        Call{" "}
        <a href="tel:101" className={`font-bold ${ON_NAVY}`}>
          101
        </a>{" "}
        and quote <b>Operation Make Safe</b>. In an emergency call{" "}
        <a href="tel:999" className={`font-bold ${ON_NAVY}`}>
          999
        </a>
        .
      </p>
      <p className="mt-1 text-on-navy-2 text-sm print:text-ink">
        Deaf or hard of hearing: Relay UK{" "}
        <a href="tel:18001101" className={ON_NAVY}>
          18001 101
        </a>
        , or{" "}
        <a href="tel:18001999" className={ON_NAVY}>
          18001 999
        </a>{" "}
        in an emergency. In British Sign Language:{" "}
        <a href="https://999bsl.co.uk/" rel="noreferrer" className={ON_NAVY}>
          999 BSL
        </a>
        . You can text 999 if you have registered your phone: text “register” to 999 first.
      </p>
    </aside>
  );
}

/** The same in one line, always in sight on a learner's phone. */
export function CallBar() {
  return (
    <aside
      aria-label="Call for help now"
      data-call-bar=""
      className="fixed inset-x-0 bottom-0 z-20 border-line bg-navy text-on-navy dark:border-t print:hidden"
    >
      <div className="mx-auto flex max-w-learn items-center justify-between gap-4 px-4 py-2.5 md:px-6">
        <p className="text-balance leading-snug">
          Now:{" "}
          <a href="tel:101" className={`font-bold ${ON_NAVY}`}>
            101
          </a>
          , quote Operation Make Safe
        </p>
        <a href="tel:999" className="key-button key-button-danger py-0">
          999<span className="sr-only"> in an emergency</span>
        </a>
      </div>
    </aside>
  );
}
