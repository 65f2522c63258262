import type { Metadata } from "next";
import { Leaflets } from "@/app/_leaflets/leaflets";
import { type BusinessPageProps, FormFrame } from "../_parts/frame";
import { loadHandout } from "./load";

export const metadata: Metadata = { title: "Posters and leaflets" };

export default async function LeafletsPage(props: BusinessPageProps) {
  const { borough, row, back, handout } = await loadHandout(props);
  return (
    <FormFrame
      borough={borough}
      back={back}
      name={row.name}
      title="Posters and leaflets"
      lede="To print and take along on a visit. They are made for the trade, with your borough's contacts."
    >
      <Leaflets
        base={`${back}/leaflets`}
        handout={handout}
        withoutCode="None yet: the manager makes it once the business is enrolled"
      />
    </FormFrame>
  );
}
