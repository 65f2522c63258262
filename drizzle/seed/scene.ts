import type { Permission, Role } from "@/lib/auth/permissions";
import type { IsoDate } from "@/lib/dates";
import type { Facts } from "./facts";
import type { SectorCode } from "./places";
import type { BoroughPlan } from "./plans";
import { moment, type Random } from "./random";
import type { Calendar } from "./story";

/** A published course, as far as the demonstration needs it. */
export interface SeedCourse {
  slug:
    | "at-the-desk"
    | "in-the-car"
    | "at-the-door"
    | "council-staff"
    | "safe-premises"
    | "reporting";
  versionId: string;
  monthsValid: number;
  passShare: number;
  perAttempt: number;
  /** Questions of the short check. */
  perShort: number;
  lessons: number;
  finals: { id: string; right: number[]; wrong: number[] }[];
}

/** Where one borough's history is being told. */
export interface Scene {
  plan: BoroughPlan;
  boroughName: string;
  calendar: Calendar;
  random: Random;
  facts: Facts;
  courses: Record<SeedCourse["slug"], SeedCourse>;
  officerId: string;
}

export interface Deed {
  on: IsoDate;
  minutes?: number;
  role?: Role;
  actorId?: string;
  action: Permission;
  subject: readonly [type: string, id: string];
  businessId?: string;
  fields: string[];
  details?: Record<string, string | number>;
}

const SIGNS: Record<SectorCode, SeedCourse["slug"]> = {
  hotel: "at-the-desk",
  taxi: "in-the-car",
  licensed_premises: "at-the-door",
};

/** The courses that people of a sector are asked to take: the signs first, then reporting. */
export const coursesOf = ({ courses }: Scene, sector: SectorCode): SeedCourse[] => [
  courses[SIGNS[sector]],
  courses.reporting,
];

/** Adds what somebody did to the borough's audit trail; by the officer unless told. */
export function note(scene: Scene, deed: Deed): void {
  scene.facts.auditEntries.push({
    boroughCode: scene.plan.code,
    id: scene.random.uuid(),
    at: moment(deed.on, deed.minutes ?? scene.random.int(0, 480)),
    actorRole: deed.role ?? "borough_officer",
    actorId: deed.actorId ?? scene.officerId,
    action: deed.action,
    subjectType: deed.subject[0],
    subjectId: deed.subject[1],
    businessId: deed.businessId ?? null,
    fields: deed.fields,
    details: deed.details ?? {},
  });
}
