import { holdsUntil, ORGANISATIONS } from "@/lib/aims/model";
import { addDays, type IsoDate, monthEnd, monthStart } from "@/lib/dates";
import type { boroughActions } from "@/lib/db/schema/aims";
import { accountOf } from "./accounts";
import { addCouncilTeams } from "./council-teams";
import { nameMaker } from "./people";
import { earlier, later, moment } from "./random";
import { note, type Scene } from "./scene";

type Action = typeof boroughActions.$inferInsert;
type New = Pick<Action, "kind" | "dueOn"> & Partial<Action>;

/** What the borough itself did, plans and aims for; the three boroughs in full use have council teams. */
export function addAims(scene: Scene): void {
  const { today, start } = scene.calendar;
  const since = (days: number) => later(addDays(today, -days), addDays(start, 10));
  addLead(scene, since(270));
  addAgreement(scene, since(400));
  for (const days of [126, 34]) {
    if (addDays(today, -days) > start) addMeeting(scene, addDays(today, -days));
  }
  addReconciliations(scene);
  add(scene, { kind: "meeting", dueOn: addDays(today, 10) });
  if (scene.plan.registers) {
    add(scene, { kind: "council_staff", dueOn: addDays(today, 33) });
    add(scene, { kind: "other", title: "Renew the posters", dueOn: addDays(today, 61) });
    addCouncilTeams(scene);
  }
  addTargets(scene);
}

function add(scene: Scene, given: New): string {
  const id = scene.random.uuid();
  const { kind, dueOn, doneOn = null } = given;
  const plannedOn = addDays(earlier(dueOn, scene.calendar.yesterday), -40);
  scene.facts.boroughActions.push({
    boroughCode: scene.plan.code,
    id,
    title: null,
    sector: null,
    ownerId: scene.officerId,
    doneOn: null,
    holdsUntil: doneOn === null ? null : holdsUntil(kind, doneOn),
    evidence: null,
    leadName: null,
    leadPost: null,
    createdAt: moment(later(plannedOn, scene.calendar.start), 15),
    cancelledOn: null,
    ...given,
  });
  if (doneOn === null) return id;
  note(scene, {
    on: doneOn,
    role: "borough_admin",
    actorId: accountOf("borough_admin").id,
    action: "action.record",
    subject: ["borough_action", id],
    fields: ["done_on", "holds_until", "evidence"],
    details: { kind, done_on: doneOn },
  });
  return id;
}

function addLead(scene: Scene, on: IsoDate): void {
  add(scene, {
    kind: "lead",
    dueOn: addDays(on, 6),
    doneOn: on,
    evidence: "Cabinet paper OMS 1",
    leadName: nameMaker(scene.random)(),
    leadPost: "Director of children’s services",
  });
}

/** Where the scheme began early it ends soon; some of the newer boroughs have none yet. */
function addAgreement(scene: Scene, on: IsoDate): void {
  const { plan, random, calendar } = scene;
  if (!plan.registers && random.chance(0.3)) {
    add(scene, { kind: "agreement", dueOn: addDays(calendar.today, random.int(-20, 40)) });
    return;
  }
  add(scene, {
    kind: "agreement",
    dueOn: addDays(on, 12),
    doneOn: on,
    holdsUntil: monthEnd(calendar.today, plan.registers ? 2 : random.int(4, 20)),
    evidence: "Agreement register ISA 27",
  });
}

function addMeeting(scene: Scene, on: IsoDate): void {
  const { plan, random, facts } = scene;
  const actionId = add(scene, {
    kind: "meeting",
    dueOn: on,
    doneOn: on,
    evidence: `Partnership minutes ${on.slice(0, 7)}`,
  });
  for (const { code } of ORGANISATIONS.slice(0, random.int(4, ORGANISATIONS.length))) {
    facts.meetingAttendance.push({
      boroughCode: plan.code,
      actionId,
      organisation: code,
      people: random.int(1, 3),
    });
  }
}

/** The licensing register comes as a file; hotels and taxi firms were compared by hand, one of them too long ago. */
function addReconciliations(scene: Scene): void {
  const { plan, calendar, random } = scene;
  const reconcile = (sector: string, days: number) => {
    const on = addDays(calendar.today, -days);
    if (on <= calendar.start) return;
    add(scene, { kind: "register", sector, dueOn: on, doneOn: on, evidence: "Licensing file 12" });
  };
  const isLate = plan.code === "E09000033";
  reconcile("hotel", 41);
  reconcile("taxi", isLate ? 171 : 41);
  if (isLate) add(scene, { kind: "register", sector: "taxi", dueOn: addDays(calendar.today, -12) });
  if (!plan.registers && random.chance(0.6)) reconcile("licensed_premises", 30);
}

function addTargets({ plan, facts, random, calendar }: Scene): void {
  const target = (counted: string, share: number, fromOn: IsoDate) =>
    facts.boroughTargets.push({
      boroughCode: plan.code,
      id: random.uuid(),
      counted,
      share,
      fromOn,
      recordedAt: moment(fromOn),
    });
  const first = monthStart(calendar.start);
  target("prepare", 100, first);
  target("prevent", plan.registers ? 40 : 60, first);
  if (plan.registers) target("prevent", 60, monthStart(calendar.today, -6));
  target("protect", 50, first);
  target("pursue", 60, first);
}
