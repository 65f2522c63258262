import type { ReactNode } from "react";
import { signOutAction } from "@/app/(sign-in)/sign-out";
import type { NavItem } from "@/components/layout/main-nav";
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
  return (
    <PageShell
      place={{
        name: place?.boroughName ?? borough,
        ...(placesOf(holder).length > 1 ? { switchHref: "/places" } : {}),
      }}
      person={viewer.name}
      signOutAction={signOutAction}
      nav={sections(borough)}
      demonstration={isDemonstration()}
    >
      {children}
    </PageShell>
  );
}

/** What the borough's people work with, by what they came to do. */
const sections = (borough: string): NavItem[] =>
  SECTIONS.map(({ label, parts }) => {
    const pages = parts.map(([page, name]) => ({ href: `/${borough}${page}`, label: name }));
    return { label, href: pages[0]?.href ?? "", parts: pages.length > 1 ? pages : undefined };
  });

const SECTIONS: { label: string; parts: [page: string, label: string][] }[] = [
  {
    label: "Dashboard",
    parts: [
      ["", "The four aims"],
      ["/gaps", "Where the gaps are"],
      ["/history", "Month by month"],
      ["/measures", "What is counted"],
    ],
  },
  { label: "Week", parts: [["/week", "Week"]] },
  {
    label: "Businesses",
    parts: [
      ["/businesses", "All businesses"],
      ["/register", "Register"],
      ["/wards", "Wards"],
    ],
  },
  {
    label: "Visits and practices",
    parts: [
      ["/visits", "Visits"],
      ["/practices", "Practices to confirm"],
      ["/practices/items", "Checklists"],
    ],
  },
  {
    label: "Training",
    parts: [
      ["/training", "Training asked for"],
      ["/training/rules", "Rules"],
      ["/certificates", "Certificates"],
      ["/equivalents", "Trained elsewhere"],
    ],
  },
  {
    label: "Borough actions",
    parts: [
      ["/aims", "Actions"],
      ["/aims/teams", "Council teams"],
    ],
  },
  {
    label: "Settings",
    parts: [
      ["/settings", "Borough"],
      ["/settings/targets", "Targets"],
      ["/team", "Team"],
      ["/reminders", "Reminders"],
    ],
  },
];
