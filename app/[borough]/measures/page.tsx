import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { requireBorough } from "@/lib/auth/current";
import { AIM_LABELS, AIMS, MEASURES, NOT_YET_MEASURED } from "@/lib/coverage/model";

export const metadata: Metadata = { title: "What is counted" };

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

export default async function MeasuresPage({ params }: { params: Promise<{ borough: string }> }) {
  const { borough } = await params;
  await requireBorough(borough);
  return (
    <>
      <Breadcrumbs items={[{ href: `/${borough}`, label: "Dashboard" }]} />
      <PageHeading
        title="What is counted"
        lede="Every figure is a number of businesses out of those in scope: on the register, trading, in a sector of the scheme and not excluded. There is no overall score."
      />
      {AIMS.map((aim) => (
        <section key={aim} className="mb-8 max-w-read">
          <h2 className="mb-2">{AIM_LABELS[aim]}</h2>
          <dl>
            {MEASURES.filter((measure) => measure.aim === aim).map((measure) => (
              <div key={measure.id} className="mb-4">
                <dt className="font-semibold">{measure.label}</dt>
                <dd>{measure.definition}</dd>
              </div>
            ))}
          </dl>
          <p className="text-ink-2">Not yet measured: {list.format(NOT_YET_MEASURED[aim])}.</p>
        </section>
      ))}
      <section className="max-w-read">
        <h2 className="mb-2">Months</h2>
        <p>
          A month is judged by its last day. A certificate lapses at the end of a month, so the
          figure for a month is one number. A late or corrected record may change a past month.
        </p>
      </section>
    </>
  );
}
