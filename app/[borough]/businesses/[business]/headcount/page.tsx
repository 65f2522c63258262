import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { type BusinessPageProps, FormFrame, openBusiness } from "../_parts/frame";
import { declareHeadcountAction } from "../actions";
import { HeadcountForm } from "./headcount-form";

export const metadata: Metadata = { title: "How many people work there" };

export default async function HeadcountPage(props: BusinessPageProps) {
  const { borough, id, row, back } = await openBusiness(props);
  return (
    <FormFrame
      borough={borough}
      back={back}
      name={row.name}
      title="How many people work there?"
      lede="“Trained” is counted out of this number, so that one listed person of forty is not everybody."
    >
      <HeadcountForm
        action={declareHeadcountAction.bind(null, borough, id)}
        idempotencyKey={randomUUID()}
        businessId={id}
        headcount={row.headcount}
        cancelHref={back}
      />
    </FormFrame>
  );
}
