import { addDays, type IsoDate } from "@/lib/dates";
import type { SeedBusiness } from "./business";
import type { SeedPerson } from "./people";
import { earlier, later } from "./random";
import { coursesOf, type Scene, type SeedCourse } from "./scene";
import { addAssignment, beginCourse, completeCourse, type Sitting } from "./training";

/** Days from being asked to the due date, by course. */
const DAYS_TO_DO: Record<SeedCourse["slug"], number> = {
  "at-the-desk": 42,
  "in-the-car": 42,
  "at-the-door": 42,
  "council-staff": 60,
  "safe-premises": 60,
  reporting: 56,
};

/** Everything the people of an enrolled business learned, in both courses. */
export function addLearning(scene: Scene, business: SeedBusiness, people: SeedPerson[]): void {
  const { enrolment } = business.story;
  const on = enrolment?.assignedOn;
  if (!enrolment || !on) return;
  const learners = chooseLearners(scene, business, people);
  const slower = new Set(
    scene.random.chance(0.25) ? [...learners].slice(1 + learners.size / 2) : [],
  );
  for (const course of coursesOf(scene, business.story.sector)) {
    const dueOn = addDays(on, DAYS_TO_DO[course.slug]);
    const assignmentId = addAssignment(scene, business, course, on, dueOn);
    for (const person of people) {
      const sitting = { person, course, assignmentId, assignedOn: on };
      const learns = learners.has(person) && !(course.slug === "reporting" && slower.has(person));
      if (learns) learnAndRenew(scene, business, sitting);
      else if (scene.random.chance(0.3)) begin(scene, business, sitting);
    }
  }
}

/** Managers first where the business is covered, else anybody; enough for the share of the story. */
function chooseLearners(
  scene: Scene,
  business: SeedBusiness,
  people: SeedPerson[],
): Set<SeedPerson> {
  const { enrolment, fate } = business.story;
  if (!enrolment) return new Set();
  const { random } = scene;
  const stay = people.filter((person) => person.leftOn === null && person.confirmedOn !== null);
  const managers = stay.filter((person) => person.isManager);
  const staff = random.shuffled(stay.filter((person) => !person.isManager));
  const managersLearn = !["in_progress", "overdue"].includes(fate) || random.chance(0.6);
  const order = managersLearn ? [...managers, ...staff] : [...staff, ...managers];
  const whole = Math.max(0, ...enrolment.headcounts.map((count) => count.headcount));
  const share = Math.max(whole, enrolment.trained > 0.8 ? stay.length : 0) * enrolment.trained;
  const leavers = people.filter((person) => person.leftOn !== null && random.chance(0.7));
  return new Set([...order.slice(0, Math.ceil(share)), ...leavers]);
}

function firstDay(scene: Scene, business: SeedBusiness, { person, assignedOn }: Sitting): IsoDate {
  const [from, to] = business.story.enrolment?.learning ?? [
    scene.calendar.today,
    scene.calendar.today,
  ];
  const soonest = later(later(from, addDays(assignedOn, 1)), addDays(person.joinedOn, 1));
  const day = scene.random.day(soonest, later(to, addDays(person.joinedOn, 30)));
  return business.story.fate === "lapsing" || business.story.fate === "lapsed"
    ? scene.random.day(soonest, to)
    : day;
}

function learnAndRenew(scene: Scene, business: SeedBusiness, sitting: Sitting): void {
  const { calendar, random } = scene;
  const end = earlier(sitting.person.leftOn ?? calendar.yesterday, calendar.yesterday);
  let day = firstDay(scene, business, sitting);
  if (day > end) {
    begin(scene, business, sitting);
    return;
  }
  while (day <= end) {
    const expiresOn = completeCourse(scene, business, sitting, day);
    const lapsed = expiresOn < calendar.today;
    if (!business.story.enrolment?.renews || !random.chance(lapsed ? 0.95 : 0.5)) return;
    day = random.day(addDays(expiresOn, -50), addDays(expiresOn, -4));
  }
}

function begin(scene: Scene, business: SeedBusiness, sitting: Sitting): void {
  const { calendar, random } = scene;
  const { person, assignedOn } = sitting;
  const from = later(person.joinedOn, assignedOn);
  if (from > calendar.yesterday || person.leftOn !== null) return;
  beginCourse(scene, business, sitting, random.day(from, calendar.yesterday));
}
