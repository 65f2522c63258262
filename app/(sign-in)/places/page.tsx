import type { Metadata } from "next";
import { signOutAction } from "@/app/(sign-in)/sign-out";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Button } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import { requireHolder } from "@/lib/auth/current";
import { listPlaces } from "@/lib/auth/places";
import { isDemonstration } from "@/lib/env";
import { signOutEverywhereAction } from "./actions";

export const metadata: Metadata = { title: "Where are you working?" };

export default async function PlacesPage() {
  const holder = await requireHolder();
  const places = await listPlaces(holder);
  return (
    <PageShell person={holder.name} signOutAction={signOutAction} demonstration={isDemonstration()}>
      <PageHeading
        title="Where are you working?"
        lede={
          places.length > 1
            ? "Every page shows the place you chose. You can change it at any time from the top of the page."
            : undefined
        }
      />
      {places.length === 0 ? (
        <EmptyState title="No place to work in yet">
          Your account is open, and nobody has given it a borough, business or police area. Ask the
          person who invited you.
        </EmptyState>
      ) : (
        <ul className="max-w-learn rounded-lg border border-line bg-paper">
          {places.map((place) => (
            <li
              key={place.href}
              className="relative border-line border-t px-4 py-3.5 first:border-t-0 hover:bg-wash"
            >
              <AppLink
                href={place.href}
                className="font-semibold text-lg after:absolute after:inset-0"
              >
                {place.title}
              </AppLink>
              <p className="text-ink-2 text-sm">{place.hint}</p>
            </li>
          ))}
        </ul>
      )}
      {holder.memberships.length > 0 ? (
        <p className="mt-6">
          <AppLink href="/places/emails">Your weekly e-mails</AppLink>: what is due, overdue or
          about to lapse, each Monday.
        </p>
      ) : null}
      <h2 className="mt-10">Sign out on every device</h2>
      <p className="mt-2 mb-4 max-w-read">
        If you left yourself signed in somewhere, or lost a phone, end every one of your sessions.
      </p>
      <form action={signOutEverywhereAction}>
        <Button variant="ghost">Sign out everywhere</Button>
      </form>
    </PageShell>
  );
}
