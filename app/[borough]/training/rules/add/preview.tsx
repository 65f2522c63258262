import { randomUUID } from "node:crypto";
import { ConfirmForm } from "@/app/[borough]/businesses/_forms/confirm-form";
import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import type { RulePreview } from "@/lib/assignments/rule-queries";
import { type RuleTerms, whatIsAsked, whoIsAsked } from "@/lib/assignments/rules";
import { formatNumber, plural } from "@/lib/format";
import { addRuleAction } from "../actions";

interface PreviewProps {
  borough: string;
  rule: RuleTerms;
  preview: RulePreview;
  courseTitle: string;
  sectorPlural: string | null;
  changeHref: string;
}

const businesses = (count: number) => plural(count, "business", "businesses");

/** What the rule would do today, and the button that does it. */
export function Preview({ borough, rule, preview, changeHref, ...words }: PreviewProps) {
  const { now, first, already, later, unknown } = preview;
  return (
    <section aria-labelledby="preview">
      <SectionHeading id="preview" title={`This will assign ${businesses(now)}`} />
      <p>
        {whoIsAsked(rule, words.sectorPlural)}. “{words.courseTitle}”: {whatIsAsked(rule)}.
      </p>
      <ul className="my-4 list-disc space-y-1 pl-6">
        <li>{businesses(now)} would be asked today.</li>
        <li>
          {businesses(already)} of this kind {already === 1 ? "is" : "are"} asked for this course
          already, or {already === 1 ? "was" : "were"} today: nothing changes there.
        </li>
        <li>
          {businesses(later)} of this kind {later === 1 ? "is" : "are"} not enrolled yet: each is
          asked on the day it enrols.
        </li>
        {unknown > 0 ? (
          <li>
            Of {businesses(unknown)} enrolled here it is not known whether they are of this kind:
            each is asked once that is recorded.
          </li>
        ) : null}
      </ul>
      {first.length > 0 ? (
        <>
          <h3 className="text-base font-semibold">
            {now > first.length ? `The first ${formatNumber(first.length)}, by name` : "They are"}
          </h3>
          <ul className="mb-6 mt-1 list-none space-y-1 pl-0">
            {first.map(({ id, name, postcode }) => (
              <li key={id}>
                <AppLink href={`/${borough}/businesses/${id}`}>{name}</AppLink>{" "}
                <span className="text-ink-2">{postcode}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <ConfirmForm
        action={addRuleAction.bind(null, borough, rule, now)}
        idempotencyKey={randomUUID()}
        button={now === 0 ? "Save the rule" : `Save the rule and assign ${businesses(now)}`}
        cancelHref={`/${borough}/training/rules`}
      />
      <p className="mt-4">
        <AppLink href={changeHref}>Change what it says</AppLink>
      </p>
    </section>
  );
}
