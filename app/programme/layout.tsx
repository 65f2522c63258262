import type { ReactNode } from "react";
import { signOutAction } from "@/app/(sign-in)/sign-out";
import { PageShell } from "@/components/layout/page-shell";
import { placesOf, requireHolder, requireProgramme } from "@/lib/auth/current";
import { isDemonstration } from "@/lib/env";

export default async function ProgrammeLayout({ children }: { children: ReactNode }) {
  const viewer = await requireProgramme();
  const holder = await requireHolder();
  return (
    <PageShell
      place={{
        name: "Programme team",
        ...(placesOf(holder).length > 1
          ? { switchHref: "/places", switchLabel: "change place" }
          : {}),
      }}
      person={viewer.name}
      signOutAction={signOutAction}
      nav={[
        { href: "/programme", label: "Boroughs" },
        { href: "/programme/people", label: "Police officers" },
        { href: "/programme/library", label: "Course library" },
      ]}
      demonstration={isDemonstration()}
    >
      {children}
    </PageShell>
  );
}
