import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AIM_STYLES, type Aim, AimShape } from "@/components/charts/aims";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { classNames } from "@/components/ui/class-names";
import { Tag } from "@/components/ui/tag";
import { findPublicStanding } from "@/lib/auth/public-lookups";
import { AIM_LABELS } from "@/lib/coverage/model";
import { londonDate } from "@/lib/dates";
import { isDemonstration } from "@/lib/env";
import { formatDate, formatMonth } from "@/lib/format";

export const metadata: Metadata = {
  title: "How a business stands",
  robots: { index: false, follow: false },
};

const ABOUT: Record<Aim, string> = {
  prepare: "What the borough does itself: no business is judged by it.",
  prevent: "Its managers and staff are trained, at night too, and its posters are on display.",
  protect: "It has a trained safeguarding lead and the working practices of its trade.",
  pursue: "Its people know how to report a worry, and its records were seen.",
};

interface StandingPageProps {
  params: Promise<{ borough: string; code: string }>;
}

/** What a business chose to show of how it stands: aims and months, never a person. */
export default async function StandingPage({ params }: StandingPageProps) {
  const { borough, code } = await params;
  const today = londonDate(new Date());
  const standing = await findPublicStanding(borough, code, today);
  if (!standing) notFound();
  const { metFrom } = standing;
  return (
    <PublicShell demonstration={isDemonstration()} width="form">
      <PageHeading
        title={standing.business}
        caption={`Operation Make Safe, ${standing.borough}`}
        lede={`How this business stood on ${formatDate(today)}, as its borough counts it. The business chose to show this.`}
      />
      {standing.enrolled ? null : (
        <Notice kind="warning" title="This business is not enrolled at the moment">
          Until it is, none of the aims is counted for it.
        </Notice>
      )}
      <ul className="grid gap-4">
        <AimItem aim="prepare" />
        <AimItem aim="prevent" metFrom={metFrom.prevent} />
        <AimItem aim="protect" metFrom={metFrom.protect} />
        <AimItem aim="pursue" metFrom={metFrom.pursue} />
      </ul>
      <p className="mt-4 text-ink-2 text-sm">Shared since {formatDate(standing.sharedOn)}.</p>
    </PublicShell>
  );
}

/** One aim, met since a month or not; without `metFrom` it is not a business's to meet. */
function AimItem({ aim, metFrom }: { aim: Aim; metFrom?: string | null }) {
  return (
    <li
      className={classNames(
        "rounded-lg border border-line border-t-4 bg-paper px-4.5 py-3.5",
        AIM_STYLES[aim].border,
      )}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className={classNames("flex items-center gap-2.5 text-lg", AIM_STYLES[aim].text)}>
          <AimShape aim={aim} />
          {AIM_LABELS[aim]}
        </h2>
        {metFrom === undefined ? (
          <Tag tone="off">The borough's own part</Tag>
        ) : (
          <Tag tone={metFrom ? "ok" : "due"}>
            {metFrom ? `Met since ${formatMonth(metFrom)}` : "Not met yet"}
          </Tag>
        )}
      </div>
      <p className="mt-1 text-ink-2">{ABOUT[aim]}</p>
    </li>
  );
}
