import { addDays } from "@/lib/dates";
import type { SeedBusiness } from "./business";
import type { SeedPerson } from "./people";
import { moment, seededRandom } from "./random";
import { note, type Scene } from "./scene";

/** Two businesses in three looked through their staff list in the last quarter: as their managers confirmed it. */
export function addRoll(scene: Scene, business: SeedBusiness, people: SeedPerson[]): void {
  const { enrolment } = business.story;
  if (!enrolment) return;
  const random = seededRandom(`roll ${business.id}`);
  const on = addDays(scene.calendar.yesterday, -random.int(2, 88));
  if (on < addDays(enrolment.on, 30) || !random.chance(0.67)) return;
  const there = people.filter(
    ({ confirmedOn, leftOn }) =>
      confirmedOn !== null && confirmedOn <= on && (leftOn === null || leftOn > on),
  );
  if (there.length === 0) return;
  const businessId = business.id;
  scene.facts.rollConfirmations.push({
    ...{ boroughCode: scene.plan.code, id: random.uuid(), businessId },
    confirmedOn: on,
    people: there.length,
    confirmedBy: business.managerUserId,
    createdAt: moment(on, 330),
  });
  note(
    { ...scene, random },
    {
      ...{ on, minutes: 330, businessId },
      role: "business_manager",
      actorId: business.managerUserId,
      action: "staff.confirm_roll",
      subject: ["business", businessId],
      fields: ["roll.confirmed_on"],
      details: { people: there.length },
    },
  );
}
