import type { Metadata } from "next";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { requireProgramme } from "@/lib/auth/current";
import { listPoliceAreas } from "@/lib/boroughs/queries";
import { asViewer } from "@/lib/command";
import { welcomePoliceAction } from "./actions";
import { WelcomePoliceForm } from "./welcome-police-form";

export const metadata: Metadata = { title: "Police officers" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PolicePeoplePage({ searchParams }: Props) {
  const { done } = await searchParams;
  const viewer = await requireProgramme();
  const areas = await asViewer(viewer, listPoliceAreas);
  return (
    <>
      {done === "welcomed" ? (
        <Notice kind="success" title="They have been sent a link">
          <p>It lets them choose a password and works for 7 days.</p>
        </Notice>
      ) : null}
      <PageHeading
        title="Police officers"
        lede="A police partnership officer sees the businesses of the boroughs in their area, counts for the rest of London, and never the name of a person who works in a business."
      />
      <WelcomePoliceForm
        action={welcomePoliceAction}
        areas={areas.map((area) => ({ value: area.code, label: area.name }))}
      />
    </>
  );
}
