import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { requireBorough } from "@/lib/auth/current";
import { may } from "@/lib/auth/permissions";
import { addTeamAction } from "./actions";
import { TeamForm } from "./team-form";

export const metadata: Metadata = { title: "Add a council team" };

export default async function AddTeamPage({ params }: { params: Promise<{ borough: string }> }) {
  const { borough } = await params;
  const viewer = await requireBorough(borough);
  if (!may(viewer.role, "council_team.add")) notFound();
  const back = `/${borough}/aims/teams`;
  return (
    <>
      <Breadcrumbs
        items={[
          { href: `/${borough}/aims`, label: "Borough actions" },
          { href: back, label: "Council teams" },
        ]}
      />
      <PageHeading title="Add a council team" />
      <TeamForm
        action={addTeamAction.bind(null, borough)}
        idempotencyKey={randomUUID()}
        cancelHref={back}
      />
    </>
  );
}
