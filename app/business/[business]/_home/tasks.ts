import type { TaskItem } from "@/components/ui/task-list";
import { formatDate, plural } from "@/lib/format";
import type { ManagedBusiness, StaffCounts } from "@/lib/people/queries";
import type { OwnCourse } from "@/lib/people/standing-queries";

export interface TaskFacts {
  business: ManagedBusiness;
  counts: StaffCounts;
  /** The manager's own courses; null when the manager is not on the staff list. */
  own: OwnCourse[] | null;
  today: string;
}

/** What a manager is asked to do, in the order it is best done. */
export function tasksOf(facts: TaskFacts): TaskItem[] {
  return [accepted(facts), headcount(facts), showCode(facts), confirm(facts), ownTraining(facts)];
}

function accepted({ business }: TaskFacts): TaskItem {
  return {
    title: "Accept the invitation",
    hint: `Taking part since ${formatDate(business.stageOn)}.`,
    status: "Done",
    done: true,
  };
}

function headcount({ business }: TaskFacts): TaskItem {
  const href = `/business/${business.id}/headcount`;
  const title = "Say how many people work here";
  if (business.headcount === null) {
    return {
      title,
      href,
      hint: "Your training is counted out of this number.",
      status: "To do",
      done: false,
    };
  }
  const told = `You said ${plural(business.headcount, "person", "people")}.`;
  const seen = business.headcountConfirmedOn
    ? ` Confirmed on a visit on ${formatDate(business.headcountConfirmedOn)}.`
    : " Change it when it changes.";
  return { title, href, hint: told + seen, status: "Done", done: true };
}

function showCode({ business, counts }: TaskFacts): TaskItem {
  const joined = counts.working + counts.waiting;
  const whole = business.headcount;
  const done = whole !== null && joined >= whole;
  const missing = whole !== null && joined < whole ? whole - joined : 0;
  return {
    title: "Show your staff the code to join",
    href: `/business/${business.id}/join`,
    hint:
      missing > 0
        ? `${plural(joined, "person has", "people have")} joined, ${missing} of ${whole} have not yet.`
        : `${plural(joined, "person has", "people have")} joined.`,
    status: done ? "Done" : "To do",
    done,
  };
}

function confirm({ business, counts }: TaskFacts): TaskItem {
  const waits = counts.waiting > 0;
  return {
    title: "Confirm who has joined",
    href: `/business/${business.id}/staff/confirm`,
    hint: waits
      ? `${plural(counts.waiting, "person waits", "people wait")}: they count once you confirm that they work here.`
      : "Nobody is waiting.",
    status: waits ? "To do" : "Done",
    done: !waits,
  };
}

function ownTraining({ business, own, today }: TaskFacts): TaskItem {
  const title = "Take your own training";
  if (own === null) {
    return {
      title,
      hint: "You are not on the staff list: ask your borough's licensing team to add you.",
      status: "Cannot start yet",
      tone: "off",
      done: false,
    };
  }
  const left = own.filter((course) => course.expiresOn === null || course.expiresOn < today);
  const asked = left.filter((course) => course.dueOn !== null);
  const dueOn = asked.map((course) => course.dueOn ?? "").sort()[0];
  const late = dueOn !== undefined && dueOn < today;
  const href = `/learn/${business.id}`;
  if (left.length === 0) {
    return { title, href, hint: "Your certificates are current.", status: "Done", done: true };
  }
  return {
    title,
    href,
    hint: `${plural(own.length - left.length, "course", "courses")} of ${own.length} passed.${
      dueOn ? ` ${late ? "It was due on" : "Due by"} ${formatDate(dueOn)}.` : ""
    }`,
    status: late ? "Overdue" : "To do",
    ...(late ? { tone: "late" as const } : {}),
    done: false,
  };
}
