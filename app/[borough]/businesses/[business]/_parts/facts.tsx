import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { SummaryList } from "@/components/ui/summary-list";
import type { StaffCounts } from "@/lib/businesses/detail-queries";
import { LICENCE_LABELS } from "@/lib/businesses/model";
import type { businesses } from "@/lib/db/schema/businesses";
import { formatDate, formatNumber, lowerFirst, plural } from "@/lib/format";
import { type Attestation, DRIVER_EVIDENCE } from "@/lib/premises/driver-model";

interface FactsProps {
  borough: string;
  business: typeof businesses.$inferSelect;
  /** Empty when it runs itself. */
  company: string;
  counts: StaffCounts;
  /** What an operator said of its drivers; undefined in other sectors. */
  drivers?: Attestation | null | undefined;
  /** When its manager last found the staff list right; empty where nobody is asked. */
  roll: string;
}

const late = (opensLate: boolean | null) =>
  opensLate === null ? "Not known" : opensLate ? "Yes" : "No";

/** What is known of the business, with the way to correct it. */
export function Facts({ borough, business, company, counts, drivers, roll }: FactsProps) {
  const path = `/${borough}/businesses/${business.id}`;
  const contact = [business.contactEmail, business.contactPhone].filter(Boolean).join(", ");
  return (
    <section>
      <SectionHeading title="About this business" />
      <SummaryList
        rows={[
          {
            label: "People who work there",
            value:
              business.headcount === null ? "Not declared yet" : formatNumber(business.headcount),
            change: { href: `${path}/headcount` },
          },
          {
            label: "Staff",
            value: (
              <>
                {plural(counts.confirmed, "person", "people")} confirmed
                {counts.waiting > 0 ? `, ${formatNumber(counts.waiting)} waiting` : ""}
                {roll ? <span className="block text-sm">{roll}</span> : null}
                <span className="block text-sm">
                  <AppLink href={`${path}/staff`}>Counts and names</AppLink>
                </span>
              </>
            ),
          },
          ...(drivers === undefined
            ? []
            : [
                {
                  label: "Drivers trained by TfL",
                  value: drivers
                    ? `${formatNumber(drivers.trained)} of ${formatNumber(drivers.drivers)}, as the operator said on ${formatDate(drivers.attestedOn)}. It relies on: ${lowerFirst(DRIVER_EVIDENCE[drivers.evidence])}`
                    : "The operator has not said",
                },
              ]),
          {
            label: "Open after 11pm",
            value: late(business.opensLate),
            change: { href: `${path}/edit` },
          },
          {
            label: "Licence",
            value: business.licenceType ? LICENCE_LABELS[business.licenceType] : "Not known",
            change: { href: `${path}/edit` },
          },
          {
            label: "Working practices",
            value: <AppLink href={`${path}/practices`}>Declared and confirmed</AppLink>,
          },
          {
            label: "On paper",
            value: <AppLink href={`${path}/leaflets`}>Posters and leaflets</AppLink>,
          },
          {
            label: "Company",
            value: company ? (
              <AppLink href={`/${borough}/businesses?operator=${business.operatorId}`}>
                {company}
              </AppLink>
            ) : (
              "Runs itself, as far as is known"
            ),
            change: { href: `${path}/edit` },
          },
          { label: "Ward", value: business.ward ?? "Not known" },
          {
            label: "Visits",
            value: <AppLink href={`${path}/visits`}>Visits and what was agreed</AppLink>,
          },
          { label: "Contact", value: contact || "Given by the manager once they have accepted" },
        ]}
      />
    </section>
  );
}
