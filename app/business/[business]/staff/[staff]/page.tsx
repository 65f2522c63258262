import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { isUuid } from "@/lib/auth/ids";
import { asViewer } from "@/lib/command";
import { formatDate } from "@/lib/format";
import {
  getPerson,
  listCertificatesOf,
  listNamesakes,
  type PersonRow,
  type PersonsCertificate,
} from "@/lib/people/person-queries";
import { DoneNotice } from "../../_parts/done-notice";
import { FormPage } from "../../_parts/form-page";
import { openBusiness, readOr404 } from "../../_parts/open";
import { CodeForm } from "../../join/code-form";
import { setAgencyAction } from "./actions";

export const metadata: Metadata = { title: "Somebody on the staff list" };

interface PersonPageProps {
  params: Promise<{ business: string; staff: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

export default async function PersonPage({ params, searchParams }: PersonPageProps) {
  const { viewer, business } = await openBusiness(params);
  const { staff } = await params;
  if (!isUuid(staff)) notFound();
  const { person, held, namesakes, today } = await readOr404(() =>
    asViewer(viewer, async (ctx) => ({
      person: await getPerson(ctx, business.id, staff),
      held: await listCertificatesOf(ctx, business.id, staff),
      namesakes: (await listNamesakes(ctx, business.id, staff)).length,
      today: ctx.today,
    })),
  );
  const list = `/business/${business.id}/staff`;
  const agency = person.employedByAgency ? ("no" as const) : ("yes" as const);
  return (
    <>
      <DoneNotice done={(await searchParams).done} />
      <FormPage
        back={[
          { href: `/business/${business.id}`, label: "Home" },
          { href: list, label: "Staff" },
        ]}
        title={person.name}
      >
        <SummaryList rows={rowsOf(person)} />
        {namesakes > 0 ? (
          <p className="mt-4">
            Another entry has this name.{" "}
            <AppLink href={`${list}/${person.id}/merge`}>Is it the same person?</AppLink>
          </p>
        ) : null}
        <section className="mt-8" aria-labelledby="passed">
          <SectionHeading id="passed" title="What they have passed" />
          {held.length === 0 ? (
            <p className="mb-4">Nothing yet.</p>
          ) : (
            <Passes held={held} today={today} />
          )}
          <AppLink href={`${list}/${person.id}/certificate`} className="mt-3 inline-block py-1">
            Add a certificate from elsewhere
          </AppLink>
          <br />
          <AppLink href={`${list}/${person.id}/elsewhere`} className="inline-block py-1">
            Add training that your borough accepts from others
          </AppLink>
        </section>
        <section className="mt-8" aria-labelledby="employed">
          <SectionHeading
            id="employed"
            title="Who employs them"
            lede="Agency staff who work here regularly count here like everybody else. Someone who works at several businesses is on the list of each, and passes each course once: they show their certificate at the others."
          />
          <CodeForm
            action={setAgencyAction.bind(null, {
              businessId: business.id,
              staffId: person.id,
              agency,
            })}
            idempotencyKey={randomUUID()}
            button={agency === "yes" ? "An agency employs them" : "We employ them ourselves"}
          />
        </section>
        <Changes list={list} person={person} />
      </FormPage>
    </>
  );
}

function Passes({ held, today }: { held: PersonsCertificate[]; today: string }) {
  return (
    <DataTable
      caption="What they have passed"
      hideCaption
      rows={held}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "course",
          header: "Course",
          rowHeader: true,
          cell: ({ course, copied, evidence }) => {
            if (evidence) return `${course}, accepted from elsewhere: ${evidence}`;
            return copied ? `${course}, shown from elsewhere` : course;
          },
        },
        { key: "passed", header: "Passed on", cell: (row) => formatDate(row.issuedOn) },
        {
          key: "until",
          header: "Counts until",
          cell: (row) =>
            row.expiresOn < today
              ? `Lapsed on ${formatDate(row.expiresOn)}`
              : formatDate(row.expiresOn),
        },
      ]}
    />
  );
}

function rowsOf(person: PersonRow) {
  return [
    { label: "Joined on", value: formatDate(person.joinedOn) },
    {
      label: "Confirmed on",
      value: person.confirmedOn ? formatDate(person.confirmedOn) : "Waiting to be confirmed",
    },
    { label: "Employed by", value: person.employedByAgency ? "An agency" : "This business" },
    {
      label: "Signs in with",
      value: person.hasMail ? "An e-mail address" : "Their name and a PIN",
    },
    ...(person.isManager ? [{ label: "Manages", value: "This business" }] : []),
  ];
}

/** A manager's own leaving is for the borough, and who signs in by e-mail has no PIN. */
function Changes({ list, person }: { list: string; person: PersonRow }) {
  if (person.isManager) return null;
  return (
    <section className="mt-8" aria-labelledby="changes">
      <SectionHeading id="changes" title="When something changes" />
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        {person.hasMail ? null : (
          <AppLink href={`${list}/${person.id}/pin`} className="inline-block py-1">
            They forgot their PIN
          </AppLink>
        )}
        <AppLink href={`${list}/${person.id}/leaving`} className="inline-block py-1">
          They have left
        </AppLink>
      </p>
    </section>
  );
}
