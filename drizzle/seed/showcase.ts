import { linkSecret } from "@/lib/auth/secrets";
import { addDays, type IsoDate } from "@/lib/dates";
import { accountOf, staffAccount } from "./accounts";
import { addBusiness, addInvitations, type SeedBusiness } from "./business";
import { addPerson, nameMaker, type SeedPerson } from "./people";
import { addOwnPremises } from "./premises";
import { later, moment } from "./random";
import type { Scene } from "./scene";
import { addGroupSessions } from "./sessions";
import type { Story } from "./story";
import { addAssignment, beginCourse, completeCourse } from "./training";

interface Site {
  boroughCode: string;
  name: string;
  /** Days ago it enrolled. */
  enrolled: number;
  headcount: number;
  /** Confirmed people, the manager included; and those who passed each course. */
  listed: number;
  trained: number;
  reporting: number;
  hasStaffAccount: boolean;
}

/** The two hotels of the demonstration's manager: one midway, one covered. */
const SITES: readonly Site[] = [
  {
    boroughCode: "E09000033",
    name: "The Tamarisk House Hotel",
    enrolled: 27,
    headcount: 12,
    listed: 11,
    trained: 7,
    reporting: 5,
    hasStaffAccount: true,
  },
  {
    boroughCode: "E09000020",
    name: "The Tamarisk Court Hotel",
    enrolled: 210,
    headcount: 9,
    listed: 9,
    trained: 8,
    reporting: 8,
    hasStaffAccount: false,
  },
];

function storyOf(scene: Scene, site: Site): Story {
  const { today, start } = scene.calendar;
  const on = addDays(today, -site.enrolled);
  const invitedOn = addDays(on, -7);
  return {
    sector: "hotel",
    fate: "covered",
    stages: [
      { stage: "in_scope", on: start },
      { stage: "invited", on: invitedOn },
      { stage: "enrolled", on },
    ],
    invitedOn,
    firstInvitedOn: null,
    enrolment: {
      on,
      onPaper: false,
      assignedOn: addDays(on, 2),
      learning: [addDays(on, 3), addDays(on, 20)],
      renews: false,
      headcounts: [{ on, headcount: site.headcount, onVisit: false }],
      listed: 1,
      trained: 1,
    },
  };
}

export interface StaffSignIn {
  staffId: string;
  pin: string;
  /** The link on the staff-room poster. */
  path: string;
}

/** Adds the manager's hotel in this borough, if there is one; answers how its staff member signs in. */
export function addShowcase(
  scene: Scene,
): { business: SeedBusiness; signIn: StaffSignIn | null } | null {
  const site = SITES.find((each) => each.boroughCode === scene.plan.code);
  if (!site) return null;
  const business = addBusiness(
    scene,
    site.name,
    storyOf(scene, site),
    accountOf("business_manager").id,
  );
  addInvitations(scene, business);
  const people = addSitePeople(scene, business, site);
  const learner = addSiteLearning(scene, business, site, people);
  if (site.hasStaffAccount) addGroupSessions(scene, business, accountOf("business_manager").id);
  addOwnPremises(scene, business, people, site.hasStaffAccount);
  if (!learner) return { business, signIn: null };
  const code = linkSecret("join", scene.plan.code, business.id, 1);
  const path = `/join/${scene.plan.code}/${code}`;
  return { business, signIn: { staffId: learner.id, pin: staffAccount().pin, path } };
}

function addSitePeople(scene: Scene, business: SeedBusiness, site: Site): SeedPerson[] {
  const invent = nameMaker(scene.random);
  const on = business.story.enrolment?.on ?? scene.calendar.yesterday;
  const { id: userId, name } = accountOf("business_manager");
  const joined = { joinedOn: addDays(on, 1), confirmedOn: addDays(on, 2) };
  const manager = addPerson(scene, business, {
    name,
    isManager: true,
    userId,
    joinedOn: on,
    confirmedOn: on,
  });
  scene.facts.memberships.push({
    boroughCode: scene.plan.code,
    id: scene.random.uuid(),
    userId,
    role: "business_manager",
    businessId: business.id,
    staffId: manager.id,
    createdAt: moment(on, 40),
    endedAt: null,
  });
  const people = [manager];
  while (people.length < site.listed) {
    const isLast = people.length === site.listed - 1;
    const known = site.hasStaffAccount && isLast ? staffAccount().name : invent();
    people.push(addPerson(scene, business, { name: known, ...joined }));
  }
  if (site.hasStaffAccount) {
    const joinedOn = addDays(scene.calendar.today, -2);
    addPerson(scene, business, { name: invent(), joinedOn, confirmedOn: null });
  }
  return people;
}

/** Everybody trained comes first in the list; the last one is midway through the first course. */
function addSiteLearning(
  scene: Scene,
  business: SeedBusiness,
  site: Site,
  people: SeedPerson[],
): SeedPerson | null {
  const asked = business.story.enrolment?.assignedOn ?? scene.calendar.yesterday;
  const signs = scene.courses["at-the-desk"];
  const { reporting } = scene.courses;
  const first = addAssignment(scene, business, signs, asked, addDays(asked, 42));
  const second = addAssignment(scene, business, reporting, asked, addDays(asked, 56));
  addAssignment(
    scene,
    business,
    scene.courses["safe-premises"],
    asked,
    addDays(asked, 60),
    "managers",
  );
  const pass = (person: SeedPerson, course: typeof signs, assignmentId: string, on: IsoDate) =>
    completeCourse(scene, business, { person, course, assignmentId, assignedOn: asked }, on, true);
  people.slice(0, site.trained).forEach((person, i) => {
    pass(person, signs, first, later(addDays(asked, 2 + i * 2), addDays(person.joinedOn, 1)));
  });
  people.slice(0, site.reporting).forEach((person, i) => {
    pass(person, reporting, second, later(addDays(asked, 5 + i * 3), addDays(person.joinedOn, 1)));
  });
  const last = people.at(-1);
  if (!site.hasStaffAccount || !last) return null;
  beginCourse(
    scene,
    business,
    { person: last, course: signs, assignmentId: first, assignedOn: asked },
    addDays(scene.calendar.today, -3),
    3,
  );
  return last;
}
