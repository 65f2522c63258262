import type { Metadata } from "next";
import { connection } from "next/server";
import { ErrorPage } from "@/components/layout/error-page";
import { isDemonstration } from "@/lib/env";

export const metadata: Metadata = {
  title: "Page not found",
  // The only way into the head of a 404 that has no body until JavaScript runs.
  icons: { other: { rel: "stylesheet", url: "/page-not-found.css" } },
};

export default async function NotFound() {
  await connection();
  return (
    <ErrorPage title="Page not found" demonstration={isDemonstration()}>
      <p>
        If you typed the address, check it is correct. If you pasted it, check all of it is there.
      </p>
      <p>
        The page may also belong to a borough or business that your account does not open. Ask the
        person who invited you, or <a href="/">go to the start page</a>.
      </p>
    </ErrorPage>
  );
}
