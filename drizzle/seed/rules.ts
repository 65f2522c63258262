import { addDays } from "@/lib/dates";
import type { SeedBusiness } from "./business";
import { moment } from "./random";
import { note, type Scene } from "./scene";
import { addAssignment } from "./training";

const DAYS = 60;

/** Last week the borough began to ask the managers of every enrolled hotel for their own course. */
export function addRule(scene: Scene, businesses: readonly SeedBusiness[]): void {
  const { plan, facts, calendar, courses, officerId, random } = scene;
  const on = addDays(calendar.today, -6);
  if (on < calendar.start) return;
  const course = courses["safe-premises"];
  const id = random.uuid();
  const open = new Set(
    facts.businesses.filter(({ stage }) => stage === "enrolled").map((business) => business.id),
  );
  const asked = new Set(
    facts.assignments
      .filter(({ courseSlug }) => courseSlug === course.slug)
      .map((assignment) => assignment.businessId),
  );
  const hotels = businesses.filter(
    (business) =>
      business.story.sector === "hotel" && open.has(business.id) && !asked.has(business.id),
  );
  facts.assignmentRules.push({
    boroughCode: plan.code,
    id,
    courseSlug: course.slug,
    sector: "hotel",
    audience: "managers",
    days: DAYS,
    createdBy: officerId,
    createdAt: moment(on, 200),
  });
  for (const hotel of hotels) {
    addAssignment(scene, hotel, course, on, addDays(on, DAYS), "managers", id);
  }
  note(scene, {
    on,
    minutes: 200,
    action: "assignment_rule.add",
    subject: ["assignment_rule", id],
    fields: ["course_slug", "sector", "audience", "days"],
    details: { course: course.slug, audience: "managers", days: DAYS, businesses: hotels.length },
  });
}
