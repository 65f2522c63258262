import type { ReactNode } from "react";
import { signOutAction } from "@/app/(sign-in)/sign-out";
import { PageShell } from "@/components/layout/page-shell";
import { placesOf, requireHolder, requirePolice } from "@/lib/auth/current";
import { isDemonstration } from "@/lib/env";

export default async function PoliceLayout({ children }: { children: ReactNode }) {
  const viewer = await requirePolice();
  const holder = await requireHolder();
  return (
    <PageShell
      place={{
        name: `Police: ${holder.policeAreas.map((area) => area.name).join(", ")}`,
        ...(placesOf(holder).length > 1
          ? { switchHref: "/places", switchLabel: "change place" }
          : {}),
      }}
      person={viewer.name}
      signOutAction={signOutAction}
      nav={[
        { href: "/police", label: "Coverage" },
        { href: "/police/calls", label: "101 calls" },
      ]}
      wide
      demonstration={isDemonstration()}
    >
      {children}
    </PageShell>
  );
}
