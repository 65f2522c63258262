import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { AssignmentRow } from "@/lib/assignments/queries";
import { exclusionLabel, type NextStep, nextStep } from "@/lib/businesses/model";
import { daysBetween } from "@/lib/dates";
import type { businesses } from "@/lib/db/schema/businesses";
import { formatDate } from "@/lib/format";

interface NextStepCardProps {
  path: string;
  business: typeof businesses.$inferSelect;
  assignments: readonly AssignmentRow[];
  today: string;
}

type Words = { title: string; text: string; href?: string; button?: string };

function wordsOf(step: NextStep, { path, business }: NextStepCardProps): Words {
  switch (step) {
    case "reopen":
      return business.stage === "excluded"
        ? {
            title: "Left out of every figure",
            text: `${exclusionLabel(business.exclusionReason)}. ${business.exclusionReviewOn ? `To be looked at again on ${formatDate(business.exclusionReviewOn)}.` : ""}`,
            href: `${path}/reopen`,
            button: "Bring it back",
          }
        : {
            title: `Closed since ${formatDate(business.stageOn)}`,
            text: "It counts in no figure. Bring it back when it trades again.",
            href: `${path}/reopen`,
            button: "Bring it back",
          };
    case "invite":
      return {
        title: "Invite its manager",
        text: "It is on the register and has not been asked yet.",
        href: `${path}/invite`,
        button: "Invite",
      };
    case "remind":
      return {
        title: "Write again",
        text: `Invited on ${formatDate(business.stageOn)}, and nobody has accepted yet.`,
        href: `${path}/invite`,
        button: "Invite again",
      };
    case "headcount":
      return {
        title: "Get its headcount",
        text: "Without knowing how many people work there, nobody can say they are trained.",
        href: `${path}/headcount`,
        button: "Enter the number",
      };
    case "assign":
      return {
        title: "Assign training",
        text: "It has enrolled and has not been asked to complete a course.",
      };
    case "chase":
      return {
        title: "Past the due date",
        text: "Training was asked for and the date has gone by. Call the manager, or agree a new date below.",
      };
    case "none":
      return {
        title: business.stage === "invited" ? "Waiting for its manager" : "Nothing for you to do",
        text:
          business.stage === "invited"
            ? `Invited on ${formatDate(business.stageOn)}. You can write again after three weeks.`
            : "It is enrolled, asked and within its dates.",
      };
  }
}

/** The one thing that brings this business closer to being covered. */
export function NextStepCard(props: NextStepCardProps) {
  const { business, assignments, today } = props;
  const step = nextStep({
    stage: business.stage,
    headcount: business.headcount,
    openAssignments: assignments.length,
    overdue: assignments.some((row) => row.state === "overdue"),
    daysSinceStage: daysBetween(business.stageOn, today),
  });
  const words = wordsOf(step, props);
  const borough = props.path.split("/")[1];
  const assign = `/${borough}/training/assign?business=${business.id}`;
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h2>{words.title}</h2>
          <p className="mt-1 text-ink-2">{words.text}</p>
        </div>
        {words.href ? <LinkButton href={words.href}>{words.button}</LinkButton> : null}
        {step === "assign" ? <LinkButton href={assign}>Assign training</LinkButton> : null}
      </div>
    </Card>
  );
}
