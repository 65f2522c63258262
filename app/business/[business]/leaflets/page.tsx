import type { Metadata } from "next";
import { Leaflets } from "@/app/_leaflets/leaflets";
import { PageHeading } from "@/components/layout/page-heading";
import { AppLink } from "@/components/ui/link";
import { loadHandout } from "./load";

export const metadata: Metadata = { title: "Posters and leaflets" };

export default async function LeafletsPage({ params }: { params: Promise<{ business: string }> }) {
  const { business, handout } = await loadHandout(params);
  const home = `/business/${business.id}`;
  return (
    <>
      <PageHeading
        title="Posters and leaflets"
        lede="To print and put up. They are made for your trade, with your borough's contacts, and screen readers can read them."
      />
      <Leaflets
        base={`${home}/leaflets`}
        handout={handout}
        withoutCode={
          <>
            None yet. <AppLink href={`${home}/join`}>Make the code for your staff</AppLink>, and it
            is printed on both
          </>
        }
      />
    </>
  );
}
