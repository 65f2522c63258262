import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { FormPage } from "../../_parts/form-page";
import { openBusiness } from "../../_parts/open";
import { addStaffAction } from "./actions";
import { AddForm } from "./add-form";

export const metadata: Metadata = { title: "Add people to the staff list" };

export default async function AddStaffPage({ params }: { params: Promise<{ business: string }> }) {
  const { business } = await openBusiness(params);
  const list = `/business/${business.id}/staff`;
  return (
    <FormPage
      back={[
        { href: `/business/${business.id}`, label: "Home" },
        { href: list, label: "Staff" },
      ]}
      title="Add people to the staff list"
      lede="They count from today, and each gets a code on paper with which they choose a PIN of their own. Nothing is added unless every line is right."
    >
      <AddForm
        action={addStaffAction.bind(null, business.id)}
        idempotencyKey={randomUUID()}
        cancelHref={list}
      />
    </FormPage>
  );
}
