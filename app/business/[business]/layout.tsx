import type { ReactNode } from "react";
import { signOutAction } from "@/app/(sign-in)/sign-out";
import { PageShell } from "@/components/layout/page-shell";
import { placesOf, requireHolder } from "@/lib/auth/current";
import { isDemonstration } from "@/lib/env";
import { openBusiness } from "./_parts/open";

export default async function BusinessLayout({
  params,
  children,
}: {
  params: Promise<{ business: string }>;
  children: ReactNode;
}) {
  const { viewer, business } = await openBusiness(params);
  const holder = await requireHolder();
  const home = `/business/${business.id}`;
  const nav = [
    { href: home, label: "Home" },
    {
      href: `${home}/staff`,
      label: "Staff",
      parts: [
        { href: `${home}/staff`, label: "Everybody" },
        { href: `${home}/staff/roll`, label: "Confirm the list" },
        { href: `${home}/join`, label: "Code for staff" },
        { href: `${home}/staff/codes`, label: "Codes for a PIN" },
        { href: `${home}/tablet`, label: "Shared tablet" },
        { href: `${home}/sessions`, label: "Group sessions" },
        { href: `${home}/nights`, label: "Night shifts" },
        { href: `${home}/lead`, label: "Safeguarding lead" },
      ],
    },
    {
      href: `${home}/practices`,
      label: "Practices",
      parts: [
        { href: `${home}/practices`, label: "Working practices" },
        { href: `${home}/leaflets`, label: "Posters and leaflets" },
      ],
    },
    { href: `${home}/visits`, label: "Visits" },
    { href: `${home}/contact`, label: "Contact details" },
    ...(viewer.staffId ? [{ href: `/learn/${business.id}`, label: "Your training" }] : []),
  ];
  return (
    <PageShell
      place={{
        name: business.name,
        ...(placesOf(holder).length > 1
          ? { switchHref: "/places", switchLabel: "change business" }
          : {}),
      }}
      person={viewer.name}
      signOutAction={signOutAction}
      nav={nav}
      demonstration={isDemonstration()}
    >
      {children}
    </PageShell>
  );
}
