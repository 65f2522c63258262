import type { LicenceType, Stage } from "@/lib/db/schema/businesses";

/**
 * Every shape a postcode in the United Kingdom has, after Royal Mail's PAF guide: the outward code,
 * then a digit and two letters of which none is C, I, K, M, O or V.
 */
const POSTCODE =
  /^(GIR0AA|(?:[A-PR-UWYZ][0-9]{1,2}|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}|[A-PR-UWYZ][0-9][A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY])[0-9][ABD-HJLNP-UW-Z]{2})$/;

/** "w1j7rw" as "W1J 7RW": upper case with one space; null when it is not a postcode. */
export function normalisePostcode(text: string): string | null {
  const compact = text.toUpperCase().replace(/\s+/g, "");
  return POSTCODE.test(compact) ? `${compact.slice(0, -3)} ${compact.slice(-3)}` : null;
}

export const STAGE_LABELS: Record<Stage, string> = {
  in_scope: "Not invited",
  invited: "Invited",
  enrolled: "Enrolled",
  excluded: "Excluded",
  closed: "Closed",
};

/** Sources: Licensing Act 2003, parts 3 and 4; Private Hire Vehicles (London) Act 1998, section 3. */
export const LICENCE_LABELS: Record<LicenceType, string> = {
  premises_alcohol: "Premises licence for alcohol or entertainment",
  premises_late_refreshment: "Premises licence for late night refreshment only",
  club_certificate: "Club premises certificate",
  private_hire_operator: "Private hire operator’s licence from TfL",
  none: "No licence",
};
export const LICENCE_TYPES = Object.keys(LICENCE_LABELS) as LicenceType[];

/** In scope: on the register, trading and not excluded. Source: product.md, "in scope". */
export function isInScope(stage: Stage): boolean {
  return stage === "in_scope" || stage === "invited" || stage === "enrolled";
}

/** An invitation without an answer for this long is worth another letter. */
export const ANSWER_DAYS = 21;

/**
 * Why a business may be left out of every figure. Declining is not among them: the scheme is
 * voluntary, and a business that says no stays in scope as not covered.
 */
export const EXCLUSION_REASONS = [
  { value: "not_open_to_public", label: "It is not open to the public" },
  { value: "other_scheme", label: "It is covered by another scheme the borough accepts" },
  { value: "duplicate", label: "It is on the register twice" },
  { value: "outside_programme", label: "Its trade is not part of the programme" },
  { value: "seasonal", label: "It trades for less than 3 months a year" },
] as const;

/** The words of an exclusion's reason; the code itself when it is one no longer offered. */
export function exclusionLabel(reason: string | null): string {
  return (
    EXCLUSION_REASONS.find((each) => each.value === reason)?.label ?? reason ?? "No reason given"
  );
}

/** What an officer can do next to bring one business closer to being covered. */
export type NextStep = "reopen" | "invite" | "remind" | "headcount" | "assign" | "chase" | "none";

export interface NextStepFacts {
  stage: Stage;
  headcount: number | null;
  openAssignments: number;
  overdue: boolean;
  daysSinceStage: number;
}

/** The first step that is missing, in the order the programme goes through them. */
export function nextStep(facts: NextStepFacts): NextStep {
  if (!isInScope(facts.stage)) return "reopen";
  if (facts.stage === "in_scope") return "invite";
  if (facts.stage === "invited") return facts.daysSinceStage >= ANSWER_DAYS ? "remind" : "none";
  if (facts.headcount === null) return "headcount";
  if (facts.openAssignments === 0) return "assign";
  return facts.overdue ? "chase" : "none";
}
