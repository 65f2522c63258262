import { PageHeading } from "@/components/layout/page-heading";

/** A staff link that opens nothing any more, and what to do. */
export function GoneCode() {
  return (
    <PageHeading
      title="This code does not work any more"
      lede="Your manager may have made a new one: ask them to show it to you. If you typed the link, check that all of it is there."
    />
  );
}
