import { addDays, type IsoDate } from "@/lib/dates";
import { nameKey } from "@/lib/people/join-name";
import type { SeedBusiness } from "./business";
import { FAMILY_NAMES, GIVEN_NAMES } from "./names";
import { earlier, moment, type Random } from "./random";
import { note, type Scene } from "./scene";

export interface SeedPerson {
  id: string;
  isManager: boolean;
  joinedOn: IsoDate;
  confirmedOn: IsoDate | null;
  leftOn: IsoDate | null;
}

export interface NewPerson {
  name: string;
  isManager?: boolean;
  userId?: string;
  joinedOn: IsoDate;
  confirmedOn: IsoDate | null;
  leftOn?: IsoDate;
}

/** Invents full names, no two alike at one business. */
export function nameMaker(random: Random): () => string {
  const taken = new Set<string>();
  return function invent(): string {
    const name = `${random.pick(GIVEN_NAMES)} ${random.pick(FAMILY_NAMES)}`;
    if (taken.has(name)) return invent();
    taken.add(name);
    return name;
  };
}

/** One person at a business, and who confirmed them. */
export function addPerson(
  scene: Scene,
  business: Pick<SeedBusiness, "id" | "managerUserId">,
  person: NewPerson,
): SeedPerson {
  const { plan, random, facts } = scene;
  const row = {
    id: random.uuid(),
    isManager: person.isManager ?? false,
    joinedOn: person.joinedOn,
    confirmedOn: person.confirmedOn,
    leftOn: person.leftOn ?? null,
  };
  facts.staffMembers.push({
    boroughCode: plan.code,
    businessId: business.id,
    ...row,
    name: person.name,
    nameKey: nameKey(person.name),
    userId: person.userId ?? null,
    createdAt: moment(person.joinedOn, 100),
  });
  if (person.confirmedOn !== null && !row.isManager) {
    note(scene, {
      on: person.confirmedOn,
      role: "business_manager",
      actorId: business.managerUserId,
      action: "staff.confirm",
      subject: ["staff_member", row.id],
      businessId: business.id,
      fields: ["confirmed_on"],
    });
  }
  return row;
}

/** The manager who accepted the invitation: an account of their own, which the demonstration never opens. */
function addManager(scene: Scene, business: SeedBusiness, name: string, on: IsoDate): SeedPerson {
  const { plan, random, facts } = scene;
  const onPaper = business.story.enrolment?.onPaper ?? false;
  const manager = addPerson(scene, business, {
    name,
    isManager: true,
    ...(onPaper ? {} : { userId: business.managerUserId }),
    joinedOn: on,
    confirmedOn: on,
  });
  if (onPaper) return manager;
  facts.users.push({
    id: business.managerUserId,
    email: `manager.${business.email}`,
    name,
    passwordHash: null,
    demonstration: true,
    disabledAt: null,
    createdAt: moment(on, 40),
  });
  facts.memberships.push({
    boroughCode: plan.code,
    id: random.uuid(),
    userId: business.managerUserId,
    role: "business_manager",
    businessId: business.id,
    staffId: manager.id,
    createdAt: moment(on, 40),
    endedAt: null,
  });
  return manager;
}

/** Everybody of an enrolled business: managers first, then staff who stayed, who left, who wait. */
export function addPeople(scene: Scene, business: SeedBusiness): SeedPerson[] {
  const { enrolment, fate } = business.story;
  if (!enrolment) return [];
  const { random, calendar } = scene;
  const invent = nameMaker(random);
  const headcount = enrolment.headcounts[0]?.headcount ?? 1;
  const listed = Math.max(1, Math.ceil(headcount * enrolment.listed));
  const people = [addManager(scene, business, invent(), enrolment.on)];
  const join = (days: number) => earlier(addDays(enrolment.on, days), addDays(calendar.today, -2));
  const confirm = (joinedOn: IsoDate) =>
    earlier(addDays(joinedOn, random.int(0, 5)), calendar.yesterday);
  for (let i = people.length; i < listed; i += 1) {
    const soon = join(random.int(0, 20));
    const late = random.chance(0.15) ? random.day(soon, addDays(calendar.today, -50)) : soon;
    const isManager = headcount > 30 && i === 1;
    const joinedOn = isManager ? join(0) : late;
    const confirmedOn = confirm(joinedOn);
    people.push(addPerson(scene, business, { name: invent(), isManager, joinedOn, confirmedOn }));
  }
  const stayed = addDays(calendar.yesterday, -45);
  for (let i = 0; i < Math.floor(listed * 0.08); i += 1) {
    const joinedOn = join(random.int(0, 10));
    if (joinedOn > stayed) break;
    const leftOn = random.day(addDays(joinedOn, 40), calendar.yesterday);
    const leaver = { name: invent(), joinedOn, confirmedOn: confirm(joinedOn), leftOn };
    people.push(addPerson(scene, business, leaver));
    note(scene, {
      on: leftOn,
      role: "business_manager",
      actorId: business.managerUserId,
      action: "staff.record_leaving",
      subject: ["staff_member", people.at(-1)?.id ?? ""],
      businessId: business.id,
      fields: ["left_on"],
    });
  }
  const mayWait = fate === "covered" || fate === "in_progress" || fate === "overdue";
  if (!mayWait || !random.chance(0.12)) return people;
  for (let i = random.int(1, 3); i > 0; i -= 1) {
    const joinedOn = random.day(addDays(calendar.today, -9), calendar.yesterday);
    people.push(addPerson(scene, business, { name: invent(), joinedOn, confirmedOn: null }));
  }
  return people;
}
