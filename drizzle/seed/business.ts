import { hashSecret, linkSecret } from "@/lib/auth/secrets";
import { EXCLUSION_REASONS } from "@/lib/businesses/model";
import { addDays } from "@/lib/dates";
import { businessEmail, inventPhone, inventPlace, type Place } from "./places";
import { moment } from "./random";
import { note, type Scene } from "./scene";
import type { Story } from "./story";

export interface SeedBusiness {
  id: string;
  name: string;
  email: string;
  story: Story;
  place: Place;
  managerUserId: string;
}

/** The business itself, with every stage and headcount it has had. */
export function addBusiness(
  scene: Scene,
  name: string,
  story: Story,
  managerUserId = scene.random.uuid(),
): SeedBusiness {
  const { facts, plan, random, calendar } = scene;
  const business: SeedBusiness = {
    id: random.uuid(),
    name,
    email: businessEmail(name, plan.slug),
    story,
    place: inventPlace(random, scene.boroughName, plan.outward),
    managerUserId,
  };
  const { id } = business;
  const newest = story.stages.at(-1);
  const first = story.stages[0];
  if (!newest || !first) throw new Error("A story begins with a stage.");
  const counts = story.enrolment?.headcounts ?? [];
  const exclusion = story.fate === "excluded" ? random.pick(EXCLUSION_REASONS).value : null;
  // One exclusion of each borough is due to be looked at again.
  const isFirst = facts.businesses.every((each) => !each.exclusionReason);
  const reviewIn = random.int(-20, 200);
  facts.businesses.push({
    boroughCode: plan.code,
    id,
    sector: story.sector,
    name,
    ...business.place,
    stage: newest.stage,
    stageOn: newest.on,
    exclusionReason: exclusion,
    exclusionReviewOn: exclusion ? addDays(calendar.today, isFirst ? -6 : reviewIn) : null,
    headcount: counts.at(-1)?.headcount ?? null,
    headcountConfirmedOn: counts.at(-1)?.onVisit ? (counts.at(-1)?.on ?? null) : null,
    opensLate: random.chance(0.7)
      ? story.sector !== "licensed_premises" || random.chance(0.4)
      : null,
    contactEmail: story.enrolment ? business.email : null,
    contactPhone: story.enrolment ? inventPhone(random) : null,
    joinGeneration: 1,
    joinCodeHash: story.enrolment ? hashSecret(linkSecret("join", plan.code, id, 1)) : null,
    createdAt: moment(first.on),
    updatedAt: moment(newest.on, 60),
  });
  story.stages.forEach(({ stage, on }, i) => {
    facts.stageChanges.push({
      boroughCode: plan.code,
      businessId: id,
      id: random.uuid(),
      stage,
      fromOn: on,
      recordedAt: moment(on, i * 10),
    });
    if (stage === "excluded" || stage === "closed") {
      note(scene, {
        on,
        action: stage === "excluded" ? "business.exclude" : "business.close",
        subject: ["business", id],
        businessId: id,
        fields: ["stage"],
        details: exclusion ? { stage, reason: exclusion } : { stage },
      });
    }
  });
  addHeadcounts(scene, business);
  return business;
}

function addHeadcounts(scene: Scene, business: SeedBusiness): void {
  const { facts, plan, random } = scene;
  const { enrolment } = business.story;
  enrolment?.headcounts.forEach(({ on, headcount, onVisit }, i) => {
    facts.headcounts.push({
      boroughCode: plan.code,
      businessId: business.id,
      id: random.uuid(),
      headcount,
      fromOn: on,
      recordedAt: moment(on, 90 + i),
      confirmedOnVisit: onVisit,
    });
    const byManager = !onVisit && !enrolment.onPaper;
    note(scene, {
      on,
      minutes: 90 + i,
      action: "business.declare_headcount",
      ...(byManager ? { role: "business_manager" as const, actorId: business.managerUserId } : {}),
      subject: ["business", business.id],
      businessId: business.id,
      fields: ["headcount"],
      details: { headcount },
    });
  });
}

/** Invitations that were sent: the one before that nobody answered, and the last. */
export function addInvitations(scene: Scene, business: SeedBusiness): void {
  const { story, id } = business;
  const accepted = story.enrolment !== null;
  const sent = [
    { on: story.firstInvitedOn, last: false },
    { on: story.invitedOn, last: true },
  ];
  for (const { on, last } of sent) {
    if (on === null) continue;
    const invitationId = scene.random.uuid();
    const channel = scene.random.chance(0.55) ? ("email" as const) : ("letter" as const);
    const acceptedOn = accepted && last ? (story.enrolment?.on ?? null) : null;
    scene.facts.invitations.push({
      boroughCode: scene.plan.code,
      id: invitationId,
      role: "business_manager",
      businessId: id,
      channel,
      email: channel === "email" ? business.email : null,
      tokenHash: hashSecret(linkSecret("invitation", scene.plan.code, invitationId)),
      createdBy: scene.officerId,
      createdAt: moment(on, 30),
      expiresOn: addDays(on, 60),
      acceptedAt: acceptedOn ? moment(acceptedOn, 40) : null,
      acceptedBy: acceptedOn ? business.managerUserId : null,
      withdrawnAt: last ? null : moment(story.invitedOn ?? on, 29),
    });
    const subject = ["invitation", invitationId] as const;
    const about = { subject, businessId: id, details: { channel } };
    note(scene, { on, minutes: 30, action: "business.invite", fields: ["stage"], ...about });
    if (!acceptedOn) continue;
    note(scene, {
      on: acceptedOn,
      minutes: 40,
      role: "business_manager",
      actorId: business.managerUserId,
      action: "invitation.accept",
      fields: ["stage"],
      ...about,
    });
  }
  if (!story.enrolment?.onPaper) return;
  note(scene, {
    on: story.enrolment.on,
    minutes: 40,
    action: "business.enrol",
    subject: ["business", id],
    businessId: id,
    fields: ["stage"],
    details: { stage: "enrolled", how: "paper" },
  });
}
