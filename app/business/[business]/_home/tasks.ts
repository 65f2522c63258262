import type { TaskItem } from "@/components/ui/task-list";
import type { AssignmentRow } from "@/lib/assignments/queries";
import { formatDate, plural } from "@/lib/format";
import type { ManagedBusiness, StaffCounts } from "@/lib/people/queries";
import type { RollConfirmation } from "@/lib/people/roll-queries";
import type { MeasureCounts, OwnCourse } from "@/lib/people/standing-queries";
import type { Attestation } from "@/lib/premises/driver-model";
import { nightCover } from "@/lib/premises/model";
import type { AgreedActions, LeadRow, ShiftRow } from "@/lib/premises/queries";
import type { ItemCounts } from "@/lib/premises/standing";
import type { ChangeReading } from "@/lib/training/change-queries";
import {
  actions,
  confirm,
  drivers,
  headcount,
  hours,
  lead,
  nights,
  practices,
  roll,
  showCode,
} from "./upkeep";

export interface TaskFacts {
  business: ManagedBusiness;
  counts: StaffCounts;
  /** The last time the staff list was found right. */
  roll: RollConfirmation | null;
  /** The manager's own courses; null when the manager is not on the staff list. */
  own: OwnCourse[] | null;
  asked: AssignmentRow[];
  measures: MeasureCounts[];
  /** Who has read what changed in the courses they passed. */
  changes: ChangeReading[];
  opensLate: boolean | null;
  shifts: ShiftRow[];
  lead: LeadRow | null;
  /** What an operator said of its drivers; undefined where nobody asks. */
  drivers?: Attestation | null | undefined;
  items: ItemCounts[];
  agreed: AgreedActions;
  today: string;
}

/** A task and its day; what has none is asked for now. */
export interface Task extends TaskItem {
  dueOn: string | null;
}

/** What a manager is asked to do: what is late first, then what is asked for now, then by date; done last. */
export function tasksOf(facts: TaskFacts): TaskItem[] {
  const cover = nightCover(facts.shifts);
  const tasks = [
    headcount(facts.business),
    showCode(facts.business, facts.counts),
    confirm(facts.business, facts.counts),
    ...roll(facts.business, facts.roll, facts.today),
    ownTraining(facts),
    ...facts.asked.map((row) => training(row, facts)),
    ...renewals(facts),
    ...changedCourses(facts),
    hours(facts.business.id, facts.opensLate),
    ...(facts.opensLate ? [nights(facts.business.id, cover)] : []),
    lead(facts.business.id, facts.lead),
    ...(facts.drivers === undefined
      ? []
      : [drivers(facts.business.id, facts.drivers, facts.today)]),
    ...practices(facts.business.id, facts.items),
    ...actions(facts.business.id, facts.agreed),
  ];
  const day = (task: Task) => (task.done ? "9999-12-31" : (task.dueOn ?? facts.today));
  return tasks
    .map((task, place) => ({ task: withDate(task, facts.today), place, day: day(task) }))
    .sort((a, b) => a.day.localeCompare(b.day) || a.place - b.place)
    .map(({ task }) => task);
}

/** What is not done says its day, and whether it has passed. */
function withDate({ dueOn, ...task }: Task, today: string): TaskItem {
  if (task.done || dueOn === null) return task;
  return dueOn < today
    ? { ...task, status: "Overdue", tone: "late" }
    : { ...task, status: `Due by ${formatDate(dueOn)}` };
}

const ASKED: Record<AssignmentRow["audience"], string> = {
  all_staff: "your staff",
  managers: "your managers and lead",
  night_staff: "your night staff",
};

function training(row: AssignmentRow, { business, today }: TaskFacts): Task {
  const everybody = row.audience === "all_staff";
  const whole = everybody ? Math.max(row.headcount ?? 0, row.listed) : row.listed;
  const late = row.state === "overdue" && row.dueOn < today;
  return {
    title: `Have ${ASKED[row.audience]} pass “${row.courseTitle}”`,
    href: `/business/${business.id}/staff`,
    hint: `${row.completed} of ${plural(whole, "person has", "people have")} passed.${
      late ? ` It was due on ${formatDate(row.dueOn)}.` : ""
    }`,
    status: row.state === "met" ? "Done" : "To do",
    done: row.state === "met",
    dueOn: row.dueOn,
  };
}

/** One task for all certificates that lapse with this month or the next. */
function renewals({ business, measures }: TaskFacts): Task[] {
  const lapsing = measures.filter((each) => each.lapsing > 0);
  const first = lapsing.map((each) => each.lapsesOn ?? "").sort()[0];
  if (!first) return [];
  const number = lapsing.reduce((sum, each) => sum + each.lapsing, 0);
  return [
    {
      title: "Renew certificates before they lapse",
      href: `/business/${business.id}/staff`,
      hint: `${plural(number, "certificate lapses", "certificates lapse")} soon: the course is taken again, and the new one counts for longer.`,
      status: "To do",
      done: false,
      dueOn: first,
    },
  ];
}

/** A course that has changed since people passed it, until all of them have read how. */
function changedCourses({ business, changes }: TaskFacts): Task[] {
  return changes.flatMap(({ course, holders, read }) => {
    if (read >= holders) return [];
    const those = plural(holders, "person who passed it has", "people who passed it have");
    return [
      {
        title: `Have your staff read what changed in “${course}”`,
        href: `/business/${business.id}/staff`,
        hint: `${read} of ${those} read it. It waits on their training page and takes three minutes.`,
        status: "To do",
        done: false,
        dueOn: null,
      },
    ];
  });
}

function ownTraining({ business, own, today }: TaskFacts): Task {
  const title = "Take your own training";
  if (own === null) {
    return {
      title,
      hint: "You are not on the staff list: ask your borough's licensing team to add you.",
      status: "Cannot start yet",
      tone: "off",
      done: false,
      dueOn: null,
    };
  }
  const left = own.filter((course) => course.expiresOn === null || course.expiresOn < today);
  const days = left.flatMap((course) => (course.dueOn === null ? [] : [course.dueOn])).sort();
  const dueOn = days[0] ?? null;
  const href = `/learn/${business.id}`;
  if (left.length === 0) {
    const hint = "Your certificates are current.";
    return { title, href, hint, status: "Done", done: true, dueOn };
  }
  const passed = `${plural(own.length - left.length, "course", "courses")} of ${own.length} passed.`;
  const late = dueOn !== null && dueOn < today ? ` It was due on ${formatDate(dueOn)}.` : "";
  return { title, href, hint: passed + late, status: "To do", done: false, dueOn };
}
