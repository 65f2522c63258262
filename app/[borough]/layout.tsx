import type { ReactNode } from "react";
import { signOutAction } from "@/app/(sign-in)/sign-out";
import { PageShell } from "@/components/layout/page-shell";
import { placesOf, requireBorough, requireHolder } from "@/lib/auth/current";
import { isDemonstration } from "@/lib/env";

export default async function BoroughLayout({
  params,
  children,
}: {
  params: Promise<{ borough: string }>;
  children: ReactNode;
}) {
  const { borough } = await params;
  const viewer = await requireBorough(borough);
  const holder = await requireHolder();
  const place = holder.memberships.find((m) => m.boroughCode === borough);
  const nav = [
    { href: `/${borough}`, label: "Dashboard" },
    { href: `/${borough}/week`, label: "Week" },
    { href: `/${borough}/businesses`, label: "Businesses" },
    { href: `/${borough}/register`, label: "Register" },
    { href: `/${borough}/training`, label: "Training" },
    { href: `/${borough}/history`, label: "History" },
    { href: `/${borough}/aims`, label: "Borough actions" },
    { href: `/${borough}/practices`, label: "Practices" },
    { href: `/${borough}/visits`, label: "Visits" },
    { href: `/${borough}/team`, label: "Team" },
    { href: `/${borough}/settings`, label: "Settings" },
  ];
  return (
    <PageShell
      place={{
        name: place?.boroughName ?? borough,
        ...(placesOf(holder).length > 1 ? { switchHref: "/places" } : {}),
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
