import type { Metadata } from "next";
import { CheckSheet } from "@/app/_sessions/check-sheet";
import { FormFrame } from "../../../_parts/frame";
import { openSession, type SessionPageProps } from "../open";

export const metadata: Metadata = { title: "The short check, to print" };

export default async function CheckPage(props: SessionPageProps) {
  const { borough, row, back, session } = await openSession(props);
  return (
    <FormFrame
      borough={borough}
      back={back}
      name={row.name}
      title="The short check, to print"
      lede="Print one for each person who has no phone, and keep the answers to yourself."
    >
      <CheckSheet session={session} business={row.name} />
    </FormFrame>
  );
}
