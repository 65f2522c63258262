import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { Prose } from "@/components/ui/prose";
import { isDemonstration } from "@/lib/env";

export const metadata: Metadata = { title: "Cookies" };

export default function CookiesPage() {
  return (
    <PublicShell demonstration={isDemonstration()}>
      <PageHeading title="Cookies" lede="One cookie, and only when you sign in." />
      <Prose>
        <p>
          A cookie is a small piece of text that your browser keeps for a site. This portal uses one
          that it cannot work without. It does not ask your consent, because the law does not
          require that for a cookie that is strictly necessary.
        </p>
        <h2>The session cookie</h2>
        <ul>
          <li>
            Name: <code>next-auth.session-token</code>, with <code>__Secure-</code> before it on a
            secure address
          </li>
          <li>What it does: keeps you signed in from one page to the next</li>
          <li>What is in it: an encrypted random number, no name and no address</li>
          <li>
            How long: until you sign out, and 24 hours at most. A session ends by itself after 8
            hours without use, and after 1 hour for staff who use a PIN
          </li>
        </ul>
        <p>
          If a program signs in through the portal&rsquo;s sign-in interface, two more short-lived
          cookies (<code>next-auth.csrf-token</code> and <code>next-auth.callback-url</code>)
          protect that exchange. The pages you use do not set them.
        </p>
        <h2>What we do not use</h2>
        <p>
          No analytics, no advertising, nothing from another company. Nothing is kept in your
          browser besides this cookie.
        </p>
      </Prose>
    </PublicShell>
  );
}
