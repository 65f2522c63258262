import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { SummaryList } from "@/components/ui/summary-list";
import { Tag } from "@/components/ui/tag";
import { asViewer } from "@/lib/command";
import { formatDate } from "@/lib/format";
import { findLead, type LeadRow, listCandidates } from "@/lib/premises/queries";
import { DoneNotice } from "../_parts/done-notice";
import { openBusiness } from "../_parts/open";
import { nameLeadAction } from "./actions";
import { LeadForm } from "./lead-form";

export const metadata: Metadata = { title: "Safeguarding lead" };

interface LeadPageProps {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

export default async function LeadPage({ params, searchParams }: LeadPageProps) {
  const { viewer, business } = await openBusiness(params);
  const { lead, people } = await asViewer(viewer, async (ctx) => ({
    lead: await findLead(ctx, business.id),
    people: await listCandidates(ctx, business.id),
  }));
  const others = people.filter((person) => person.id !== lead?.staffId || !lead.working);
  return (
    <>
      <DoneNotice done={(await searchParams).done} />
      <PageHeading
        title="Safeguarding lead"
        lede="The person colleagues turn to with a worry about a child, and who sees that your training and practices are kept up. The police see that somebody is named, never who."
      />
      {lead ? <Named lead={lead} /> : null}
      {others.length === 0 ? (
        <EmptyState
          title={lead?.working ? "Nobody else is on the staff list" : "Nobody is on the staff list"}
          action={
            <LinkButton href={`/business/${business.id}/join`}>Show the code for staff</LinkButton>
          }
        >
          People who join with the code can be named once you have confirmed them.
        </EmptyState>
      ) : (
        <LeadForm
          action={nameLeadAction.bind(null, business.id)}
          idempotencyKey={randomUUID()}
          named={lead !== null}
          people={others.map((person) => ({
            value: person.id,
            label: `${person.name} (${person.trainedUntil ? "trained" : "not trained yet"})`,
          }))}
        />
      )}
    </>
  );
}

function Named({ lead }: { lead: LeadRow }) {
  return (
    <div className="mb-8 max-w-read">
      <SummaryList
        rows={[
          {
            label: "Named",
            value: lead.working ? lead.name : `${lead.name}, who no longer works here`,
          },
          { label: "Since", value: formatDate(lead.fromOn) },
          {
            label: "Training",
            value: lead.trainedUntil ? (
              <>
                <Tag tone="ok">Trained</Tag> until {formatDate(lead.trainedUntil)}
              </>
            ) : (
              <>
                <Tag tone="due">Not trained yet</Tag> The lead counts once they hold a current
                certificate.
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
