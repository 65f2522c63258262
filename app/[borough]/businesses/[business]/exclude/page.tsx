import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { type BusinessPageProps, FormFrame, openBusiness } from "../_parts/frame";
import { excludeBusinessAction } from "../actions";
import { ExcludeForm } from "./exclude-form";

export const metadata: Metadata = { title: "Leave this business out" };

export default async function ExcludePage(props: BusinessPageProps) {
  const { borough, id, row, back } = await openBusiness(props);
  return (
    <FormFrame
      borough={borough}
      back={back}
      name={row.name}
      title="Leave this business out"
      lede="It counts in no figure from this month, and its open invitation stops working. Taking part is voluntary: a business that says no stays in scope."
    >
      <ExcludeForm
        action={excludeBusinessAction.bind(null, borough, id)}
        idempotencyKey={randomUUID()}
        businessId={id}
        cancelHref={back}
      />
    </FormFrame>
  );
}
