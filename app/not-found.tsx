import type { Metadata } from "next";
import { ErrorPage } from "@/components/layout/error-page";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <ErrorPage title="Page not found">
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
