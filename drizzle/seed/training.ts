import type { Audience } from "@/lib/assignments/model";
import { hashSecret, linkSecret } from "@/lib/auth/secrets";
import { addDays, type IsoDate, monthEnd } from "@/lib/dates";
import type { SeedBusiness } from "./business";
import type { SeedPerson } from "./people";
import { later, moment, type Random } from "./random";
import { note, type Scene, type SeedCourse } from "./scene";

/** Asks a business to complete a course by a day; answers the assignment's id. */
export function addAssignment(
  scene: Scene,
  business: Pick<SeedBusiness, "id">,
  course: SeedCourse,
  on: IsoDate,
  dueOn: IsoDate,
  audience: Audience = "all_staff",
  ruleId: string | null = null,
): string {
  const id = scene.random.uuid();
  scene.facts.assignments.push({
    boroughCode: scene.plan.code,
    id,
    businessId: business.id,
    courseSlug: course.slug,
    dueOn,
    audience,
    assignedBy: ruleId ? null : scene.officerId,
    createdAt: moment(on, 200),
    endedOn: null,
    ruleId,
  });
  if (ruleId) return id;
  note(scene, {
    on,
    minutes: 200,
    action: "assignment.assign",
    subject: ["assignment", id],
    businessId: business.id,
    fields: ["course_slug", "due_on"],
    details: { course: course.slug, due_on: dueOn },
  });
  return id;
}

export interface Sitting {
  person: SeedPerson;
  course: SeedCourse;
  assignmentId: string;
  assignedOn: IsoDate;
}

/** A course begun and not finished; unless a lesson is named, the questions were sometimes tried. */
export function beginCourse(
  scene: Scene,
  business: Pick<SeedBusiness, "id">,
  sitting: Sitting,
  on: IsoDate,
  lesson?: number,
): void {
  const { random, facts, plan } = scene;
  const { person, course } = sitting;
  const id = random.uuid();
  const tried = lesson === undefined && random.chance(0.15);
  facts.trainingRecords.push({
    boroughCode: plan.code,
    id,
    businessId: business.id,
    staffId: person.id,
    assignmentId: sitting.assignmentId,
    versionId: course.versionId,
    startedAt: moment(on, 220),
    reachedLesson: tried ? course.lessons : (lesson ?? random.int(1, course.lessons)),
    completedOn: null,
  });
  if (tried) addAttempt(scene, business, sitting, id, on, false);
}

/** A course completed on a day: the record, its attempts and the certificate; answers when it lapses. */
export function completeCourse(
  scene: Scene,
  business: Pick<SeedBusiness, "id">,
  sitting: Sitting,
  on: IsoDate,
  keepAnswers = false,
): IsoDate {
  const { random, facts, plan } = scene;
  const { person, course } = sitting;
  const recordId = random.uuid();
  const certificateId = random.uuid();
  const about = { boroughCode: plan.code, businessId: business.id, staffId: person.id };
  facts.trainingRecords.push({
    ...about,
    id: recordId,
    assignmentId: sitting.assignmentId,
    versionId: course.versionId,
    startedAt: moment(
      later(addDays(on, -random.int(0, 3)), later(sitting.assignedOn, person.joinedOn)),
      220,
    ),
    reachedLesson: course.lessons,
    completedOn: on,
  });
  if (random.chance(0.2)) addAttempt(scene, business, sitting, recordId, on, false, keepAnswers);
  addAttempt(scene, business, sitting, recordId, on, true, keepAnswers);
  const expiresOn = monthEnd(on, course.monthsValid);
  facts.certificates.push({
    ...about,
    id: certificateId,
    recordId,
    courseSlug: course.slug,
    versionId: course.versionId,
    codeHash: hashSecret(linkSecret("certificate", plan.code, certificateId)),
    issuedOn: on,
    expiresOn,
    revokedOn: null,
    showsName: random.chance(0.3),
  });
  note(scene, {
    on,
    minutes: 300,
    role: "staff",
    actorId: person.id,
    action: "training.complete",
    subject: ["training_record", recordId],
    businessId: business.id,
    fields: ["completed_on"],
    details: { course: course.slug },
  });
  return expiresOn;
}

function addAttempt(
  scene: Scene,
  business: Pick<SeedBusiness, "id">,
  { person, course }: Sitting,
  recordId: string,
  on: IsoDate,
  passed: boolean,
  keepAnswers = false,
): void {
  const { random, facts, plan } = scene;
  const drawn = random.shuffled(course.finals).slice(0, course.perAttempt);
  const least = Math.ceil((drawn.length * course.passShare) / 100);
  const correct = passed ? random.int(least, drawn.length) : random.int(least - 4, least - 1);
  const id = random.uuid();
  const about = { boroughCode: plan.code, businessId: business.id, staffId: person.id };
  const begin = passed ? 280 : 240;
  facts.attempts.push({
    ...about,
    id,
    recordId,
    questionIds: drawn.map((question) => question.id),
    startedAt: moment(on, begin),
    finishedAt: moment(on, begin + 12),
    correct,
    passed,
  });
  if (!keepAnswers) return;
  drawn.forEach((question, i) => {
    facts.attemptAnswers.push({
      ...about,
      attemptId: id,
      questionId: question.id,
      chosen: i < correct ? question.right : firstOf(random, question.wrong),
      correct: i < correct,
      answeredAt: moment(on, begin + i),
    });
  });
}

const firstOf = (random: Random, wrong: readonly number[]): number[] => [random.pick(wrong)];
