"use client";

import { ErrorPage } from "@/components/layout/error-page";
import { Button } from "@/components/ui/button";

export default function ErrorBoundary({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = errorDigest(error);
  return (
    <ErrorPage title="Sorry, there is a problem">
      <p>The page could not be shown. Anything you had already saved is safe.</p>
      <p>Wait a minute, then try again.</p>
      {digest ? <p className="text-ink-2 text-sm">If you report it, quote {digest}.</p> : null}
      <p>
        <Button type="button" onClick={() => retry()}>
          Try again
        </Button>
      </p>
    </ErrorPage>
  );
}

function errorDigest(error: unknown): string | null {
  if (!(error instanceof Error) || !("digest" in error)) return null;
  return typeof error.digest === "string" ? error.digest : null;
}
