import { addDays } from "@/lib/dates";
import type { Provider } from "@/lib/db/schema/certificates";
import type { SeedBusiness } from "./business";
import { moment } from "./random";
import { note, type Scene, type SeedCourse } from "./scene";

const ACCEPTED: { provider: Provider; course: SeedCourse["slug"]; months: number }[] = [
  { provider: "tfl_safeguarding", course: "in-the-car", months: 36 },
  { provider: "wave", course: "at-the-door", months: 12 },
];

/** What the borough accepts from elsewhere, and what its operators say of their drivers. */
export function addElsewhere(scene: Scene, businesses: readonly SeedBusiness[]): void {
  const { plan, facts, calendar, courses, officerId, random } = scene;
  const on = addDays(calendar.start, 20);
  for (const { provider, course, months } of ACCEPTED) {
    const id = random.uuid();
    const courseSlug = courses[course].slug;
    facts.equivalents.push({
      ...{ boroughCode: plan.code, id, courseSlug, provider, months },
      acceptedBy: officerId,
      createdAt: moment(on, 90),
    });
    note(scene, {
      on,
      minutes: 90,
      action: "equivalent.accept",
      subject: ["equivalent", id],
      fields: ["course_slug", "provider", "months"],
      details: { course: courseSlug, provider, months },
    });
  }
  for (const { id, story, managerUserId } of businesses) {
    const enrolledOn = story.enrolment?.on;
    if (story.sector !== "taxi" || !enrolledOn || !random.chance(0.6)) continue;
    const drivers = random.int(6, 90);
    const attestedOn = addDays(calendar.today, -random.int(5, 60));
    if (attestedOn < enrolledOn) continue;
    facts.driverAttestations.push({
      ...{ boroughCode: plan.code, id: random.uuid(), businessId: id, drivers },
      trained: random.int(Math.floor(drivers * 0.4), drivers),
      evidence: random.pick(["tfl_records", "own_records", "certificates_seen"] as const),
      attestedOn,
      attestedBy: managerUserId,
      createdAt: moment(attestedOn, 150),
    });
  }
}
