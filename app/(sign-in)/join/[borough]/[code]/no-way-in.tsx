import { PageHeading } from "@/components/layout/page-heading";
import type { JoinPlace } from "@/lib/auth/lookups";

/** A staff link that opens nothing: its business takes no part now, or the code is not one any more. */
export function NoWayIn({ place }: { place: JoinPlace | null }) {
  if (place) {
    return (
      <PageHeading
        caption={place.businessName}
        title="No training can start here now"
        lede={`${place.boroughName} has this business down as closed, or as not taking part. If you work here, tell your manager: the council's licensing team can put it right. Certificates you hold are still valid.`}
      />
    );
  }
  return (
    <PageHeading
      title="This code does not work any more"
      lede="Your manager may have made a new one: ask them to show it to you. If you typed the link, check that all of it is there."
    />
  );
}
