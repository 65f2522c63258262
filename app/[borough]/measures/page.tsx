import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { requireBorough } from "@/lib/auth/current";
import { AIM_LABELS, AIM_PURPOSES, AIMS, BOROUGH_MEASURES, MEASURES } from "@/lib/coverage/model";

export const metadata: Metadata = { title: "What is counted" };

const ALL = [...BOROUGH_MEASURES, ...MEASURES];

const COUNTED_FOR = {
  borough: "For the borough: in date, or not",
  business: "Out of all businesses in scope",
  late_business: "Out of businesses in scope that are open after 11pm",
} as const;

export default async function MeasuresPage({ params }: { params: Promise<{ borough: string }> }) {
  const { borough } = await params;
  await requireBorough(borough);
  return (
    <>
      <Breadcrumbs items={[{ href: `/${borough}`, label: "Dashboard" }]} />
      <PageHeading
        title="What is counted"
        lede="A business is in scope when it is on the register, trading, in a sector of the scheme and not excluded. It meets an aim when it meets every measure of the aim that applies to it. There is no overall score."
      />
      {AIMS.map((aim) => (
        <section key={aim} className="mb-8 max-w-read">
          <h2>{AIM_LABELS[aim]}</h2>
          <p className="mb-3 text-ink-2">{AIM_PURPOSES[aim]}</p>
          <dl>
            {ALL.filter((measure) => measure.aim === aim).map((measure) => (
              <div key={measure.id} className="mb-4">
                <dt className="font-semibold">{measure.label}</dt>
                <dd>{measure.definition}</dd>
                <dd className="text-ink-2 text-sm">{COUNTED_FOR[measure.countedFor]}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section className="max-w-read">
        <h2 className="mb-2">Months</h2>
        <p>
          A month is judged by its last day. Whatever lapses does so at the end of a month, so the
          figure for a month is one number. A late or corrected record may change a past month.
        </p>
        <p className="mt-2 text-ink-2 text-sm">
          Definitions: Operation Make Safe portal, measures, first set.
        </p>
      </section>
    </>
  );
}
