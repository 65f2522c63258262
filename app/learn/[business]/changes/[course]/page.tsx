import type { Metadata } from "next";
import { LessonBody } from "@/app/_lessons/lesson-body";
import { SubmitButton } from "@/components/forms/submit-button";
import { PageHeading } from "@/components/layout/page-heading";
import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { getMyChange } from "@/lib/training/change-queries";
import { optionOrder, problemText, readChoice } from "@/lib/training/model";
import { readChangeAction } from "../../../_parts/actions";
import { first, homeHref } from "../../../_parts/addresses";
import { Feedback } from "../../../_parts/feedback";
import { LearnPage } from "../../../_parts/learn-page";
import { readAsLearner } from "../../../_parts/learner";
import { Problem } from "../../../_parts/problem";
import { QuestionField } from "../../../_parts/question";
import { StillEnglish } from "../../../_parts/said";
import { SupportForYou } from "../../../_parts/support";

interface PageProps {
  params: Promise<{ business: string; course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { error } = await searchParams;
  return { title: `${problemText(first(error)) ? "Error: " : ""}What changed` };
}

/** What changed in a course the learner holds a certificate of, and two questions about it. */
export default async function ChangePage({ params, searchParams }: PageProps) {
  const { business, course: slug } = await params;
  const { viewer, view: change } = await readAsLearner(business, (ctx) =>
    getMyChange(ctx, { courseSlug: slug }),
  );
  const search = await searchParams;
  const problem = first(search.error);
  const names = ["first", "second"] as const;
  const asked = change.questions.map((question, index) => {
    const name = names[index] ?? "second";
    const chosen = readChoice(question, [search[name] ?? []].flat().map(Number)) ?? [];
    return { question, name, chosen };
  });
  const missing = asked.find(({ chosen }) => chosen.length === 0)?.name;
  return (
    <LearnPage viewer={viewer} title={<AppLink href={homeHref(business)}>Your training</AppLink>}>
      <Problem code={problem} field={(problem === "chosen" ? missing : undefined) ?? "first"} />
      <PageHeading
        caption={change.course}
        title="What changed"
        lede="Your certificate stays as it is. This takes about three minutes."
      />
      <StillEnglish wanted={change.language} said={null} what="This page" />
      <LessonBody body={change.whatChanged} frontDoor={null} />
      <form
        action={readChangeAction.bind(null, business, slug, change.versionId)}
        className="mt-8 border-line border-t pt-6"
      >
        <SectionHeading title="Two questions" />
        {asked.map(({ question, name, chosen }) => (
          <div key={question.id}>
            <QuestionField
              question={question}
              name={`${name}[]`}
              id={name}
              chosen={chosen}
              order={optionOrder(
                `${viewer.staffId}:${change.versionId}:${question.id}`,
                question.options.length,
              )}
              error={problem === "chosen" && name === missing ? problemText(problem) : undefined}
            />
            {chosen.length > 0 && problem === "again" ? (
              <Feedback question={question} chosen={chosen} reveal={false} />
            ) : null}
          </div>
        ))}
        <SubmitButton variant="wide" pendingLabel="One moment…">
          Send my answers
        </SubmitButton>
      </form>
      <div className="mt-8">
        <SupportForYou />
      </div>
    </LearnPage>
  );
}
