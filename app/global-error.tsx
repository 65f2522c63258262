"use client";

import "@/app/globals.css";
import { fontVariables } from "@/app/fonts";
import { ErrorPage } from "@/components/layout/error-page";
import { buttonClass } from "@/components/ui/button-class";

/** The one error page of the portal: a second boundary would travel to the browser with every page. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = errorDigest(error);
  return (
    <html lang="en-GB" className={fontVariables}>
      <body>
        <title>Sorry, there is a problem – Operation Make Safe</title>
        <ErrorPage title="Sorry, there is a problem">
          <p>The page could not be shown. Anything you had already saved is safe.</p>
          <p>Wait a minute, then try again.</p>
          {digest ? <p className="text-ink-2 text-sm">If you report it, quote {digest}.</p> : null}
          <p>
            <button type="button" className={buttonClass()} onClick={() => retry()}>
              Try again
            </button>
          </p>
        </ErrorPage>
      </body>
    </html>
  );
}

function errorDigest(error: unknown): string | null {
  if (!(error instanceof Error) || !("digest" in error)) return null;
  return typeof error.digest === "string" ? error.digest : null;
}
