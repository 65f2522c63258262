import {
  BRIEFING_FRONT_DOORS,
  COUNCIL_TEAM_COURSE,
  firstMeasureCourses,
  SHARED_SECTORS,
} from "@/lib/boroughs/model";
import { addDays, type IsoDate } from "@/lib/dates";
import { accountOf, addTeam, officerIdOf } from "./accounts";
import { addAims } from "./aims";
import { addBusiness, addInvitations } from "./business";
import { addCompanies } from "./companies";
import { addElsewhere } from "./elsewhere";
import { type Facts, noFacts } from "./facts";
import { addLearning } from "./learning";
import { addPeople } from "./people";
import { businessNames, type SectorCode } from "./places";
import { type BoroughPlan, dealFates } from "./plans";
import { addPractices } from "./practices";
import { addPremises } from "./premises";
import { moment, seededRandom } from "./random";
import { addRegister } from "./register";
import { addRoll } from "./roll";
import { addRule } from "./rules";
import { note, type Scene } from "./scene";
import { addShowcase, type StaffSignIn } from "./showcase";
import { calendarOf, tellStory } from "./story";
import { addWardsAndReports } from "./wards";

/** A borough's whole history, ready to be written. */
export interface BoroughHistory {
  code: string;
  facts: Facts;
  businessIds: string[];
  signIn: StaffSignIn | null;
}

/** Invents one borough; the same one every time for the same day. */
export function inventBorough(
  plan: BoroughPlan,
  boroughName: string,
  courses: Scene["courses"],
  today: IsoDate,
): BoroughHistory {
  const scene: Scene = {
    plan,
    boroughName,
    courses,
    calendar: calendarOf(plan, today),
    random: seededRandom(`demonstration ${plan.code}`),
    facts: noFacts(),
    officerId: officerIdOf(plan.code),
  };
  setUp(scene);
  addTeam(scene);
  const { random } = scene;
  const name = businessNames(random);
  const fates = random.shuffled(dealFates(plan));
  const sectors = Object.keys(plan.sizes) as SectorCode[];
  const businesses = sectors
    .flatMap((sector) => Array.from({ length: plan.sizes[sector] }, () => sector))
    .map((sector, i) => {
      const story = tellStory(random, plan, scene.calendar, sector, fates[i] ?? "untouched");
      const business = addBusiness(scene, name(sector), story);
      addInvitations(scene, business);
      const people = addPeople(scene, business);
      addLearning(scene, business, people);
      addPremises(scene, business, people);
      addRoll(scene, business, people);
      return business;
    });
  const showcase = addShowcase(scene);
  if (showcase) businesses.push(showcase.business);
  addCompanies(scene);
  addRegister(scene, businesses);
  revokeOne(scene);
  addWardsAndReports(scene);
  addAims(scene);
  addPractices(scene, businesses);
  addRule(scene, businesses);
  addElsewhere(scene, businesses);
  return {
    code: plan.code,
    facts: scene.facts,
    businessIds: businesses.map((business) => business.id),
    signIn: showcase?.signIn ?? null,
  };
}

/** As the command that sets a borough up does, on the day it began. */
function setUp(scene: Scene): void {
  const { plan, facts, calendar } = scene;
  const boroughCode = plan.code;
  facts.boroughSettings.push({ boroughCode, inUseSince: calendar.start });
  SHARED_SECTORS.forEach((sector, position) => {
    facts.sectors.push({ boroughCode, ...sector, copiesMeasuresOf: sector.code, position });
    if (!sector.countsAsBusiness) return;
    for (const course of firstMeasureCourses(sector.code)) {
      facts.measureCourses.push({ boroughCode, sector: sector.code, ...course });
    }
  });
  facts.measureCourses.push({ boroughCode, ...COUNCIL_TEAM_COURSE });
  const frontDoor = BRIEFING_FRONT_DOORS[boroughCode];
  if (frontDoor) facts.boroughContacts.push({ boroughCode, ...frontDoor });
  note(scene, {
    on: calendar.start,
    minutes: -55,
    role: "programme",
    actorId: accountOf("programme").id,
    action: "borough.set_up",
    subject: ["borough", boroughCode],
    fields: ["in_use_since"],
  });
}

/** In a borough with a long history one certificate was issued by mistake and taken back. */
function revokeOne({ plan, facts, calendar }: Scene): void {
  if (!plan.registers) return;
  const wrong = facts.certificates.find((each) => each.issuedOn < addDays(calendar.today, -90));
  if (wrong) wrong.revokedOn = addDays(calendar.today, -30);
}

/** The day from which the library must have been there. */
export function beginningOf(plans: readonly BoroughPlan[], today: IsoDate): Date {
  const starts = plans.map((plan) => calendarOf(plan, today).start).sort();
  return moment(starts[0] ?? today, -24 * 60);
}
