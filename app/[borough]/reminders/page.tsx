import type { Metadata } from "next";
import { textOf } from "@/app/[borough]/_page/read";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { Filters, SelectFilter } from "@/components/ui/filters";
import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { requireBorough, requireHolder } from "@/lib/auth/current";
import type { Params } from "@/lib/businesses/filters";
import { formatDate, formatNumber, plural } from "@/lib/format";
import { WEEKS_SHOWN } from "@/lib/reminders/log-model";
import { type BusinessFacts, businessSection } from "@/lib/reminders/model";
import { LogTable } from "./_parts/log-table";
import { PeopleTable } from "./_parts/people-table";
import { Preview } from "./_parts/preview";
import { readReminders } from "./read";

export const metadata: Metadata = { title: "Reminders" };

const MOST_CHOICES = 200;

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

export default async function RemindersPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const viewer = await requireBorough(borough);
  const { memberships } = await requireHolder();
  const boroughName = memberships.find((m) => m.boroughCode === borough)?.boroughName ?? borough;
  const { log, nextOn, facts, managed, people } = await readReminders(viewer);
  const chosen = textOf(await searchParams, "business");
  return (
    <>
      <PageHeading
        title="Reminders"
        lede="One e-mail a week at most to each person, with what is due, overdue or about to lapse. It counts staff and never names them."
      />
      <section aria-labelledby="next">
        <SectionHeading
          id="next"
          title="The next e-mails"
          lede={`They go on ${formatDate(nextOn)} at 10:00. As things stand, there is something to say about ${plural(facts.length, "business", "businesses")}.`}
        />
        <PeopleTable rows={people} />
        <p className="mt-3 max-w-read">
          Nobody is written to between 21:00 and 08:00, except with an invitation or a link somebody
          asked for. Each person can stop their own:{" "}
          <AppLink href="/places/emails">your weekly e-mails</AppLink>.
        </p>
      </section>
      <section aria-labelledby="read" className="mt-9">
        <SectionHeading
          id="read"
          title="What a manager will read"
          lede="Looking at it sends nothing."
        />
        <ManagerPreview
          action={`/${borough}/reminders`}
          boroughName={boroughName}
          chosen={chosen}
          managed={managed}
        />
      </section>
      <section aria-labelledby="log" className="mt-9">
        <SectionHeading
          id="log"
          title="What went out"
          lede={`The last ${WEEKS_SHOWN} weeks. “Not delivered” means that the address was refused, or its server never answered.`}
        />
        {log.length === 0 ? (
          <EmptyState title="No letter has gone out yet">
            The first week’s are listed here as soon as they are on their way.
          </EmptyState>
        ) : (
          <LogTable rows={log} />
        )}
      </section>
    </>
  );
}

interface ManagerPreviewProps {
  action: string;
  boroughName: string;
  chosen: string;
  managed: BusinessFacts[];
}

function ManagerPreview({ action, boroughName, chosen, managed }: ManagerPreviewProps) {
  const choices = managed.slice(0, MOST_CHOICES);
  const first = choices[0];
  if (!first) {
    return (
      <EmptyState title="No manager would be written to">
        Either nothing waits at a business that has a manager with an account, or they have turned
        the e-mail off.
      </EmptyState>
    );
  }
  const facts = choices.find((one) => one.businessId === chosen) ?? first;
  const section = businessSection(facts);
  return (
    <>
      <Filters action={action} submitLabel="Show the e-mail">
        <SelectFilter
          name="business"
          label="Business"
          defaultValue={facts.businessId}
          options={choices.map(({ businessId, name }) => ({ value: businessId, label: name }))}
        />
      </Filters>
      {managed.length > choices.length ? (
        <p className="mb-4 text-ink-2 text-sm">
          The first {formatNumber(choices.length)} of {formatNumber(managed.length)} by name.
        </p>
      ) : null}
      {section ? <Preview boroughName={boroughName} section={section} /> : null}
    </>
  );
}
