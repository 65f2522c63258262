import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { Details } from "@/components/ui/details";
import { AppLink } from "@/components/ui/link";
import { lowerFirst } from "@/lib/format";
import {
  LEVEL_LABELS,
  NOT_APPLICABLE_LABELS,
  PRACTICE_AIM_LABELS,
  PRACTICE_STATE_LABELS,
  statusOf,
} from "@/lib/practices/model";
import type { PracticeItemRow, PracticeStateRow } from "@/lib/practices/queries";
import { DoneNotice } from "../../_parts/done-notice";
import { openBusiness } from "../../_parts/open";
import { nextToAnswer, readPractices } from "../_parts/read";
import { sayWhere } from "../_parts/words";
import { answerPracticeAction } from "../actions";
import { AnswerForm } from "./answer-form";

export const metadata: Metadata = { title: "A working practice" };

interface PageProps {
  params: Promise<{ business: string; item: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

export default async function PracticePage({ params, searchParams }: PageProps) {
  const { viewer, business } = await openBusiness(params);
  const { item: code } = await params;
  const { practices, today } = await readPractices(viewer, business.id);
  const practice = practices.find(({ item }) => item.code === code);
  if (!practice) notFound();
  const { item, said } = practice;
  const list = `/business/${business.id}/practices`;
  const next = nextToAnswer(practices, today, code);
  return (
    <>
      <DoneNotice done={(await searchParams).done} />
      <Breadcrumbs
        items={[
          { href: `/business/${business.id}`, label: "Home" },
          { href: list, label: "Working practices" },
        ]}
      />
      <PageHeading
        title={item.title}
        caption={`${PRACTICE_AIM_LABELS[item.aim]}, ${item.level === "essential" ? LEVEL_LABELS.essential.toLowerCase() : "good to have"}`}
        lede={item.help}
      />
      <Standing item={item} said={said} sentence={sayWhere(practice, today)} />
      <AnswerForm
        key={item.code}
        action={answerPracticeAction.bind(null, business.id, item.code, next?.code ?? null)}
        idempotencyKey={randomUUID()}
        businessId={business.id}
        itemCode={item.code}
        answer={answerOf(said)}
        options={[
          { value: "in_place", label: PRACTICE_STATE_LABELS.in_place },
          { value: "not_yet", label: PRACTICE_STATE_LABELS.not_yet },
          ...item.exemptions.map((reason) => ({
            value: reason,
            label: `${PRACTICE_STATE_LABELS.does_not_apply}: ${lowerFirst(NOT_APPLICABLE_LABELS[reason])}`,
          })),
        ]}
        button={next ? "Save and go on" : "Save"}
        skip={
          next
            ? { href: `${list}/${next.code}`, label: "Skip this one" }
            : { href: list, label: "Back to the list" }
        }
      />
      <div className="mt-9 max-w-read">
        <Details summary="Where this comes from">
          {item.ofBorough ? (
            <p>Your borough asks for this besides the list that every borough uses.</p>
          ) : (
            <p>
              {item.sourceUrl ? <a href={item.sourceUrl}>{item.source}</a> : item.source}. The
              scheme is voluntary unless your licence says otherwise.
            </p>
          )}
        </Details>
        {item.aim === "prevent" ? (
          <p className="mt-3">
            <AppLink href={`${list}/pictures`}>Keep a picture of your posters</AppLink>
          </p>
        ) : null}
      </div>
    </>
  );
}

/** The answer that still stands, to begin with; a new question begins empty. */
function answerOf(said: PracticeStateRow | undefined): string {
  if (!said?.declared || ["returned", "lapsed"].includes(statusOf(said))) return "";
  return said.declared === "does_not_apply" ? (said.declaredReason ?? "") : said.declared;
}

interface StandingProps {
  item: PracticeItemRow;
  said: PracticeStateRow | undefined;
  sentence: string;
}

function Standing({ item, said, sentence }: StandingProps) {
  const status = statusOf(said);
  const title = item.seenOnVisit ? "An officer looks at this on a visit" : null;
  return (
    <>
      {status === "unanswered" ? null : (
        <Notice
          kind={
            status === "confirmed"
              ? "success"
              : ["returned", "lapsed"].includes(status)
                ? "warning"
                : "info"
          }
          title={sentence}
        />
      )}
      {title ? (
        <p className="mb-6 max-w-read border-line border-l-4 pl-4 text-ink-2">
          {title}. Never send a log or a recording: they stay with you.
        </p>
      ) : null}
    </>
  );
}
