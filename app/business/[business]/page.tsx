import type { Metadata } from "next";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/section-heading";
import { TaskList } from "@/components/ui/task-list";
import { formatDate } from "@/lib/format";
import { Peers } from "./_home/peers";
import { readHome } from "./_home/read";
import { Standing } from "./_home/standing";
import { DoneNotice } from "./_parts/done-notice";
import { openBusiness } from "./_parts/open";

export const metadata: Metadata = { title: "Your business" };

/** On paper, what is still to do, in two columns: the count above says how much is done. */
const PRINTED_TASKS =
  "print:[&_ol]:columns-2 print:[&_ol]:gap-0 print:[&_li]:break-inside-avoid print:[&_li]:py-1.5 print:[&_[data-done=true]]:hidden";

interface HomePageProps {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

export default async function BusinessHomePage({ params, searchParams }: HomePageProps) {
  const { viewer, business } = await openBusiness(params);
  const { premises, peers, met, tasks, lines, today } = await readHome(viewer, business);
  const { sectorLabel, boroughName } = premises;
  return (
    <div className="print:-my-6 print:[zoom:0.76]">
      <DoneNotice done={(await searchParams).done} />
      <PageHeading
        title={business.name}
        caption={`Operation Make Safe, ${boroughName}`}
        lede="What your borough asks of you, and how far you have come."
        tools={
          <>
            <LinkButton href={`/business/${business.id}/certificate`} variant="ghost">
              Certificate
            </LinkButton>
            <LinkButton href={`/business/${business.id}/share`} variant="ghost">
              Share or print
            </LinkButton>
          </>
        }
      />
      {business.stage === "enrolled" ? null : <NotEnrolled stage={business.stage} />}
      <div className="mb-10 grid gap-x-8 gap-y-10 lg:grid-cols-2 print:mb-4 print:grid-cols-1 print:gap-4">
        <section aria-labelledby="tasks" className={PRINTED_TASKS}>
          <SectionHeading id="tasks" title="What to do" />
          <TaskList items={tasks} />
        </section>
        <section aria-labelledby="standing">
          <SectionHeading
            id="standing"
            title="How you stand"
            lede={`On ${formatDate(today)}, counted to the end of the month. The police see numbers, never names.`}
          />
          <Standing home={`/business/${business.id}`} lines={lines} met={met} />
        </section>
      </div>
      <section aria-labelledby="peers">
        <SectionHeading
          id="peers"
          title="Businesses like yours"
          lede={`${sectorLabel} in ${boroughName} that meet each aim, out of all that are counted, yours included.`}
        />
        <Peers peers={peers} sectorLabel={sectorLabel} boroughName={boroughName} met={met} />
      </section>
    </div>
  );
}

function NotEnrolled({ stage }: { stage: string }) {
  const title =
    stage === "closed"
      ? "Your borough has recorded this business as closed"
      : "Your borough does not count this business as enrolled at the moment";
  return (
    <Notice kind="warning" title={title}>
      If this is wrong, tell its licensing team. Until then nothing here is counted.
    </Notice>
  );
}
