import { COUNCIL_TEAM } from "@/lib/boroughs/model";
import { addDays } from "@/lib/dates";
import { addPerson, nameMaker } from "./people";
import { inventPlace } from "./places";
import { moment } from "./random";
import { note, type Scene } from "./scene";
import { addAssignment, completeCourse } from "./training";

const TEAMS = [
  { name: "Licensing and trading standards", headcount: 11 },
  { name: "Children’s services front door", headcount: 16 },
  { name: "Community safety", headcount: 8 },
] as const;

/** People briefed, out of those who work in the teams: one borough is there, one nearly, one half way. */
const BRIEFED: Record<string, number> = { E09000033: 0.8, E09000020: 0.95, E09000013: 0.5 };

/** The council's own teams, their people and who of them took the briefing. */
export function addCouncilTeams(scene: Scene): void {
  for (const team of TEAMS) addCouncilTeam(scene, team);
}

function addCouncilTeam(scene: Scene, team: (typeof TEAMS)[number]): void {
  const { plan, random, facts, calendar, boroughName } = scene;
  const business = { id: random.uuid(), managerUserId: random.uuid() };
  const { id } = business;
  const on = addDays(calendar.today, -240);
  const boroughCode = plan.code;
  facts.businesses.push({
    boroughCode,
    id,
    sector: COUNCIL_TEAM,
    name: team.name,
    ...inventPlace(random, boroughName, plan.outward),
    ward: null,
    stage: "enrolled",
    stageOn: on,
    exclusionReason: null,
    exclusionReviewOn: null,
    headcount: team.headcount,
    headcountConfirmedOn: null,
    opensLate: null,
    contactEmail: null,
    contactPhone: null,
    joinGeneration: 1,
    joinCodeHash: null,
    createdAt: moment(on),
    updatedAt: moment(on),
  });
  facts.stageChanges.push({
    boroughCode,
    businessId: id,
    id: random.uuid(),
    stage: "enrolled",
    fromOn: on,
    recordedAt: moment(on),
  });
  facts.headcounts.push({
    boroughCode,
    businessId: id,
    id: random.uuid(),
    headcount: team.headcount,
    fromOn: on,
    recordedAt: moment(on),
    confirmedOnVisit: false,
  });
  note(scene, {
    on,
    role: "borough_admin",
    action: "council_team.add",
    subject: ["business", id],
    businessId: id,
    fields: ["name", "address", "postcode", "sector", "headcount"],
    details: { sector: COUNCIL_TEAM, headcount: team.headcount },
  });
  brief(scene, business, team.headcount, on);
}

function brief(
  scene: Scene,
  business: { id: string; managerUserId: string },
  headcount: number,
  on: string,
): void {
  const { plan, random, courses } = scene;
  const invent = nameMaker(random);
  const course = courses["council-staff"];
  const assignedOn = addDays(on, 2);
  const assignmentId = addAssignment(scene, business, course, assignedOn, addDays(on, 60));
  const briefed = Math.round(headcount * (BRIEFED[plan.code] ?? 0));
  for (let i = 0; i < headcount; i += 1) {
    const joinedOn = addDays(on, random.int(1, 12));
    const person = addPerson(scene, business, {
      name: invent(),
      isManager: i === 0,
      joinedOn,
      confirmedOn: addDays(joinedOn, 2),
    });
    if (i >= briefed) continue;
    const sitting = { person, course, assignmentId, assignedOn };
    completeCourse(scene, business, sitting, addDays(joinedOn, random.int(4, 40)));
  }
}
