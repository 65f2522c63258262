import { addDays } from "@/lib/dates";
import type { SeedBusiness } from "./business";
import { moment } from "./random";
import { note, type Scene } from "./scene";

/** The manager of the demonstration leads a session today, and has planned the next one. */
export function addGroupSessions(
  scene: Scene,
  business: Pick<SeedBusiness, "id">,
  managerId: string,
): void {
  const { plan, random, facts, calendar } = scene;
  const { reporting: course } = scene.courses;
  for (const ahead of [0, 9]) {
    const id = random.uuid();
    const planned = addDays(calendar.today, -4);
    const heldOn = addDays(calendar.today, ahead);
    facts.groupSessions.push({
      boroughCode: plan.code,
      id,
      businessId: business.id,
      courseSlug: course.slug,
      versionId: course.versionId,
      heldOn,
      questionIds: course.finals.slice(ahead, ahead + course.perShort).map((each) => each.id),
      plannedBy: managerId,
      createdAt: moment(planned, 330),
      endedAt: null,
      calledOff: false,
    });
    note(scene, {
      on: planned,
      minutes: 330,
      role: "business_manager",
      actorId: managerId,
      action: "group_session.plan",
      subject: ["group_session", id],
      businessId: business.id,
      fields: ["course_slug", "held_on"],
      details: { course: course.slug, heldOn },
    });
  }
}
