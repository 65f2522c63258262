import { addDays } from "@/lib/dates";
import { formatDate, plural } from "@/lib/format";
import { rollStand } from "@/lib/people/model";
import type { ManagedBusiness, StaffCounts } from "@/lib/people/queries";
import type { RollConfirmation } from "@/lib/people/roll-queries";
import { ATTESTED_DAYS, type Attestation } from "@/lib/premises/driver-model";
import type { AgreedActions, LeadRow } from "@/lib/premises/queries";
import type { ItemCounts } from "@/lib/premises/standing";
import type { Task } from "./tasks";

type TaskPart = Pick<Task, "title" | "href" | "hint">;

const done = (task: TaskPart): Task => ({ ...task, status: "Done", done: true, dueOn: null });
const toDo = (task: TaskPart): Task => ({ ...task, status: "To do", done: false, dueOn: null });

export function headcount(business: ManagedBusiness): Task {
  const href = `/business/${business.id}/headcount`;
  const title = "Say how many people work here";
  if (business.headcount === null) {
    return toDo({ title, href, hint: "Your training is counted out of this number." });
  }
  const told = `You said ${plural(business.headcount, "person", "people")}.`;
  const seen = business.headcountConfirmedOn
    ? ` Confirmed on a visit on ${formatDate(business.headcountConfirmedOn)}.`
    : " Change it when it changes.";
  return done({ title, href, hint: told + seen });
}

export function showCode(business: ManagedBusiness, counts: StaffCounts): Task {
  const joined = counts.working + counts.waiting;
  const whole = business.headcount;
  const missing = whole !== null && joined < whole ? whole - joined : 0;
  const task = {
    title: "Show your staff the code to join",
    href: `/business/${business.id}/join`,
    hint:
      missing > 0
        ? `${plural(joined, "person has", "people have")} joined, ${missing} of ${whole} have not yet.`
        : `${plural(joined, "person has", "people have")} joined.`,
  };
  return whole !== null && joined >= whole ? done(task) : toDo(task);
}

export function confirm(business: ManagedBusiness, counts: StaffCounts): Task {
  const waits = counts.waiting > 0;
  const task = {
    title: "Confirm who has joined",
    href: `/business/${business.id}/staff/confirm`,
    hint: waits
      ? `${plural(counts.waiting, "person waits", "people wait")}: they count once you confirm that they work here.`
      : "Nobody is waiting.",
  };
  return waits ? toDo(task) : done(task);
}

/** Operators say once a year how many of their drivers TfL has trained. */
export function drivers(businessId: string, said: Attestation | null, today: string): Task {
  const title = "Say how many of your drivers TfL has trained";
  const href = `/business/${businessId}/drivers`;
  if (!said)
    return toDo({ title, href, hint: "They are shown apart from the staff of your base." });
  const hint = `You said ${said.trained} of ${said.drivers} on ${formatDate(said.attestedOn)}.`;
  const again = said.attestedOn < addDays(today, -ATTESTED_DAYS);
  return again ? toDo({ title, href, hint: `${hint} Say it anew.` }) : done({ title, href, hint });
}

/** The list looked through each quarter: shown as done until the next time comes near. */
export function roll(
  business: ManagedBusiness,
  confirmed: RollConfirmation | null,
  today: string,
): Task[] {
  if (business.stage !== "enrolled") return [];
  const { asked, dueOn } = rollStand(confirmed?.confirmedOn ?? null, business.stageOn, today);
  const last = confirmed
    ? `Confirmed on ${formatDate(confirmed.confirmedOn)} with ${plural(confirmed.people, "person", "people")}.`
    : "Once a quarter, look through who is on it.";
  const task = {
    title: "Confirm that your staff list is right",
    href: `/business/${business.id}/staff/roll`,
    hint: asked ? last : `${last} Next by ${formatDate(dueOn)}.`,
  };
  return [asked ? { ...toDo(task), dueOn } : done(task)];
}

export function hours(businessId: string, opensLate: boolean | null): Task {
  const title = "Say whether you are open after 11pm";
  if (opensLate === null) {
    const hint = "A business that is open is asked to have somebody trained on every night shift.";
    return toDo({ title, href: `/business/${businessId}/nights/hours`, hint });
  }
  const hint = opensLate ? "You said you are." : "You said you are not.";
  return done({ title, href: `/business/${businessId}/nights`, hint });
}

export function nights(businessId: string, { covered, of }: { covered: number; of: number }): Task {
  const title = "Put somebody trained on every night shift";
  const href = `/business/${businessId}/nights`;
  if (of === 0) return toDo({ title, href, hint: "No night shift is declared yet." });
  const hint = `${covered} of ${plural(of, "night shift has", "night shifts have")} somebody trained.`;
  return covered === of ? done({ title, href, hint }) : toDo({ title, href, hint });
}

export function lead(businessId: string, named: LeadRow | null): Task {
  const title = "Name a safeguarding lead";
  const href = `/business/${businessId}/lead`;
  if (!named) return toDo({ title, href, hint: "Nobody is named yet." });
  if (!named.working) {
    return toDo({ title, href, hint: "The person who was named no longer works here." });
  }
  return named.trainedUntil
    ? done({ title, href, hint: `${named.name}, trained until ${formatDate(named.trainedUntil)}.` })
    : toDo({ title, href, hint: `${named.name} is named, and is not trained yet.` });
}

/** The whole checklist of the sector, over its aims; nothing where none is published. */
export function practices(businessId: string, items: readonly ItemCounts[]): Task[] {
  const sum = (pick: (each: ItemCounts) => number) =>
    items.reduce((all, each) => all + pick(each), 0);
  const [asked, kept, waiting] = [
    sum((each) => each.asked),
    sum((each) => each.kept),
    sum((each) => each.waiting),
  ];
  if (asked === 0) return [];
  const task = {
    title: "Put the working practices in place",
    href: `/business/${businessId}/practices`,
    hint: `${kept} of ${asked} essential items confirmed${
      waiting > 0 ? `, ${waiting} declared and waiting for an officer` : ""
    }.`,
  };
  if (kept === asked) return [done(task)];
  return [kept + waiting === asked ? { ...toDo(task), status: "With your borough" } : toDo(task)];
}

export function actions(businessId: string, agreed: AgreedActions): Task[] {
  if (agreed.open + agreed.done === 0) return [];
  const task = {
    title: "Do what was agreed on a visit",
    href: `/business/${businessId}/visits`,
    hint: `${agreed.done} of ${plural(agreed.open + agreed.done, "action", "actions")} done.`,
  };
  return [agreed.open === 0 ? done(task) : { ...toDo(task), dueOn: agreed.dueOn }];
}
