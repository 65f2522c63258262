import { addDays, type IsoDate, monthEnd, monthStart } from "@/lib/dates";
import type { Stage } from "@/lib/db/schema/businesses";
import type { SectorCode } from "./places";
import type { BoroughPlan, Fate } from "./plans";
import { earlier, later, type Random } from "./random";

export interface Calendar {
  today: IsoDate;
  /** Nothing of the demonstration happens later: the day is over whatever the hour. */
  yesterday: IsoDate;
  /** The day the borough began. */
  start: IsoDate;
}

export function calendarOf(plan: BoroughPlan, today: IsoDate): Calendar {
  return {
    today,
    yesterday: addDays(today, -1),
    start: addDays(monthStart(today, -plan.months), 5),
  };
}

export interface Enrolment {
  on: IsoDate;
  onPaper: boolean;
  /** Null: not asked to complete a course yet. */
  assignedOn: IsoDate | null;
  /** The days in which people took their training the first time. */
  learning: readonly [from: IsoDate, to: IsoDate];
  /** Takes the course again before a certificate lapses. */
  renews: boolean;
  headcounts: { on: IsoDate; headcount: number; onVisit: boolean }[];
  /** People listed, and of those trained, as shares of the headcount. */
  listed: number;
  trained: number;
}

/** What happened to one business, in days. */
export interface Story {
  sector: SectorCode;
  fate: Fate;
  stages: { stage: Stage; on: IsoDate }[];
  invitedOn: IsoDate | null;
  /** An earlier letter that nobody answered. */
  firstInvitedOn: IsoDate | null;
  enrolment: Enrolment | null;
}

type Enrolled =
  | "no_headcount"
  | "not_assigned"
  | "in_progress"
  | "overdue"
  | "covered"
  | "lapsing"
  | "lapsed"
  | "closed";

const ENROLLED_BETWEEN: Record<Enrolled, (c: Calendar) => readonly [IsoDate, IsoDate]> = {
  no_headcount: (c) => [addDays(c.today, -12), addDays(c.today, -2)],
  not_assigned: (c) => [addDays(c.today, -15), addDays(c.today, -3)],
  in_progress: (c) => [addDays(c.today, -32), addDays(c.today, -9)],
  overdue: (c) => [addDays(c.today, -160), addDays(c.today, -75)],
  covered: (c) => [addDays(c.start, 12), addDays(c.today, -80)],
  lapsing: (c) => [addDays(monthStart(c.today, -13), 5), monthEnd(c.today, -13)],
  lapsed: (c) => [addDays(monthStart(c.today, -14), 5), monthEnd(c.today, -14)],
  closed: (c) => [addDays(c.start, 12), addDays(c.today, -170)],
};

const HEADCOUNTS: Record<SectorCode, readonly [common: number, large: number]> = {
  hotel: [38, 120],
  taxi: [11, 24],
  licensed_premises: [13, 32],
};

function inventHeadcount(random: Random, sector: SectorCode): number {
  const [common, large] = HEADCOUNTS[sector];
  if (random.chance(0.12)) return random.int(common, large);
  return random.int(Math.max(4, Math.round(common / 3)), common);
}

function sharesOf(random: Random, fate: Enrolled): { listed: number; trained: number } {
  const percent = (least: number, most: number) => random.int(least, most) / 100;
  switch (fate) {
    case "no_headcount":
      return { listed: 0, trained: 0 };
    case "not_assigned":
      return { listed: percent(10, 50), trained: 0 };
    case "in_progress":
      return { listed: percent(40, 95), trained: percent(0, 45) };
    case "overdue":
      return { listed: percent(50, 95), trained: percent(10, 60) };
    default:
      return { listed: percent(92, 100), trained: percent(81, 100) };
  }
}

function enrol(random: Random, c: Calendar, sector: SectorCode, fate: Enrolled): Enrolment {
  const [from, to] = ENROLLED_BETWEEN[fate](c);
  const on = random.day(later(from, addDays(c.start, 8)), earlier(to, c.yesterday));
  const assignedOn =
    fate === "not_assigned" ? null : earlier(addDays(on, random.int(1, 6)), c.yesterday);
  const headcount = inventHeadcount(random, sector);
  const headcounts: Enrolment["headcounts"] = [];
  if (fate !== "no_headcount") headcounts.push({ on, headcount, onVisit: false });
  const visitedOn = addDays(on, random.int(60, 130));
  if (headcounts.length > 0 && visitedOn <= c.yesterday && random.chance(0.3)) {
    const found = Math.max(1, headcount + random.int(-2, 2));
    headcounts.push({ on: visitedOn, headcount: found, onVisit: true });
  }
  const begin = addDays(assignedOn ?? on, 1);
  const learning = {
    lapsing: [monthStart(c.today, -12), monthEnd(c.today, -12)] as const,
    lapsed: [monthStart(c.today, -13), monthEnd(c.today, -13)] as const,
  };
  return {
    on,
    onPaper: random.chance(0.1),
    assignedOn,
    learning:
      fate === "lapsing" || fate === "lapsed" ? learning[fate] : [begin, addDays(begin, 44)],
    renews: fate === "covered",
    headcounts,
    ...sharesOf(random, fate),
  };
}

/** Tells what happened to a business of this sector that comes to this fate. */
export function tellStory(
  random: Random,
  plan: BoroughPlan,
  c: Calendar,
  sector: SectorCode,
  dealt: Fate,
): Story {
  // A certificate lasts twelve months: in a borough that began later none can lapse yet.
  const fate = plan.months < 15 && (dealt === "lapsing" || dealt === "lapsed") ? "covered" : dealt;
  const story: Story = {
    sector,
    fate,
    stages: [{ stage: "in_scope", on: random.chance(0.9) ? c.start : addDays(c.start, 6) }],
    invitedOn: null,
    firstInvitedOn: null,
    enrolment: null,
  };
  const reach = (stage: Stage, on: IsoDate) => story.stages.push({ stage, on });
  const invite = (on: IsoDate) => {
    story.invitedOn = later(on, addDays(c.start, 7));
    reach("invited", story.invitedOn);
  };
  if (fate === "untouched") return story;
  if (fate === "invited_recently") {
    invite(random.day(addDays(c.today, -19), addDays(c.today, -2)));
    return story;
  }
  if (fate === "invited_long_ago") {
    invite(random.day(addDays(c.today, -58), addDays(c.today, -24)));
    const before = addDays(story.invitedOn ?? c.start, -random.int(70, 120));
    if (before > addDays(c.start, 7) && random.chance(0.4)) story.firstInvitedOn = before;
    return story;
  }
  if (fate === "excluded") {
    reach("excluded", random.day(addDays(c.start, 10), addDays(c.today, -5)));
    return story;
  }
  if (fate === "closed" && (plan.months < 9 || random.chance(0.5))) {
    reach("closed", random.day(addDays(c.start, 20), addDays(c.today, -5)));
    return story;
  }
  const enrolment = enrol(random, c, sector, fate);
  story.enrolment = enrolment;
  if (!enrolment.onPaper) invite(addDays(enrolment.on, -random.int(4, 19)));
  reach("enrolled", enrolment.on);
  if (fate === "closed") {
    reach("closed", random.day(addDays(enrolment.on, 100), addDays(c.today, -5)));
  }
  return story;
}
