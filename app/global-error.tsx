"use client";

import "@/app/globals.css";
import { fontVariables } from "@/app/fonts";
import { ErrorPage } from "@/components/layout/error-page";
import { Button } from "@/components/ui/button";

export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en-GB" className={fontVariables}>
      <body>
        <title>Sorry, there is a problem – Operation Make Safe</title>
        <ErrorPage title="Sorry, there is a problem">
          <p>The portal could not show this page. Anything you had already saved is safe.</p>
          <p>Wait a minute, then try again.</p>
          <p>
            <Button type="button" onClick={() => retry()}>
              Try again
            </Button>
          </p>
        </ErrorPage>
      </body>
    </html>
  );
}
