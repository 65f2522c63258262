import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { type BusinessPageProps, FormFrame, openBusiness } from "../_parts/frame";
import { enrolOnPaperAction } from "../actions";
import { EnrolForm } from "./enrol-form";

export const metadata: Metadata = { title: "Record an enrolment on paper" };

export default async function EnrolPage(props: BusinessPageProps) {
  const { borough, id, row, back } = await openBusiness(props);
  return (
    <FormFrame
      borough={borough}
      back={back}
      name={row.name}
      title="Record an enrolment on paper"
      lede="For a manager who agreed to take part on paper. Nobody can be listed as staff until a manager has an account: you can still invite one."
    >
      <EnrolForm
        action={enrolOnPaperAction.bind(null, borough, id)}
        idempotencyKey={randomUUID()}
        businessId={id}
        cancelHref={back}
      />
    </FormFrame>
  );
}
