"use client";

import { useEffect, useRef } from "react";

export type SummaryError = {
  /** The id of the input, which is its name unless it was given another; none for the whole form. */
  field?: string | undefined;
  message: string;
};

export type ErrorSummaryProps = { errors: SummaryError[] };

// The HTML attribute, which moves the focus here when a form came back with JavaScript off.
const FOCUS_WITHOUT_SCRIPT = { autoFocus: true };

/** What is wrong with the form, at its top, with links to the fields. Nothing when all is well. */
export function ErrorSummary({ errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const sent = useRef(true);
  const wrong = errors.length > 0;

  useEffect(() => {
    function onSubmit(event: SubmitEvent) {
      const form = box.current?.closest("form");
      if (!form || form === event.target) sent.current = true;
    }
    document.addEventListener("submit", onSubmit, true);
    return () => document.removeEventListener("submit", onSubmit, true);
  }, []);

  // After a sending only: errors that change while somebody types must not take the focus away.
  useEffect(() => {
    if (!wrong || !sent.current) return;
    sent.current = false;
    box.current?.focus();
  });

  useEffect(() => {
    if (!wrong) return;
    const title = document.title;
    document.title = `Error: ${title.replace(/^Error: /, "")}`;
    return () => {
      document.title = title;
    };
  }, [wrong]);

  if (!wrong) return <div ref={box} />;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      {...FOCUS_WITHOUT_SCRIPT}
      aria-labelledby="error-summary-title"
      className="mb-6 rounded-lg border-3 border-red bg-paper px-4.5 py-3.5"
    >
      <h2 id="error-summary-title" className="mb-1 text-lg">
        There is a problem
      </h2>
      <ul className="space-y-1">
        {errors.map((error) => (
          <li key={`${error.field} ${error.message}`} className="font-semibold text-red">
            {error.field ? (
              <a href={`#${error.field}`} className="text-red">
                {error.message}
              </a>
            ) : (
              error.message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
