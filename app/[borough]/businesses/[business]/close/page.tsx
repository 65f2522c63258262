import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ConfirmForm } from "@/app/[borough]/businesses/_forms/confirm-form";
import { type BusinessPageProps, FormFrame, openBusiness } from "../_parts/frame";
import { closeBusinessAction } from "../actions";

export const metadata: Metadata = { title: "Close this business" };

export default async function ClosePage(props: BusinessPageProps) {
  const { borough, id, row, back } = await openBusiness(props);
  return (
    <FormFrame
      borough={borough}
      back={back}
      name={row.name}
      title="Has this business stopped trading?"
      lede="From this month it counts in no figure. Its open invitation and its staff code stop working. What its staff completed is kept, and you can reopen it."
    >
      <ConfirmForm
        action={closeBusinessAction.bind(null, borough, id)}
        idempotencyKey={randomUUID()}
        button="Close this business"
        variant="danger"
        cancelHref={back}
      />
    </FormFrame>
  );
}
