"use client";

import { useEffect, useRef } from "react";

export type SummaryError = {
  /** The id of the input, which is its name unless it was given another; none for the whole form. */
  field?: string | undefined;
  message: string;
};

export type ErrorSummaryProps = {
  errors: SummaryError[];
  /** Changes with every sending, so that the same errors take the focus again. */
  attempt?: string | number | undefined;
};

/** What is wrong with the form, at its top, with links to the fields. Nothing when all is well. */
export function ErrorSummary({ errors, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const messages = errors.map((error) => error.message).join("\n");

  useEffect(() => {
    if (messages === "" || attempt === null) return;
    box.current?.focus();
    const title = document.title;
    document.title = `Error: ${title.replace(/^Error: /, "")}`;
    return () => {
      document.title = title;
    };
  }, [messages, attempt]);

  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      // Without JavaScript the browser moves the focus here by itself.
      autoFocus
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
