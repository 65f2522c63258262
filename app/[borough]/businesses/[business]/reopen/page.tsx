import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ConfirmForm } from "@/app/[borough]/businesses/_forms/confirm-form";
import { type BusinessPageProps, FormFrame, openBusiness } from "../_parts/frame";
import { reopenBusinessAction } from "../actions";

export const metadata: Metadata = { title: "Bring this business back" };

export default async function ReopenPage(props: BusinessPageProps) {
  const { borough, id, row, back } = await openBusiness(props);
  return (
    <FormFrame
      borough={borough}
      back={back}
      name={row.name}
      title="Bring this business back into scope?"
      lede="It counts again from this month. If it was enrolled before, it is enrolled again; if not, you can invite its manager."
    >
      <ConfirmForm
        action={reopenBusinessAction.bind(null, borough, id)}
        idempotencyKey={randomUUID()}
        button="Bring it back"
        cancelHref={back}
      />
    </FormFrame>
  );
}
