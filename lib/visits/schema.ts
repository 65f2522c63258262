import * as z from "zod/mini";
import { businessId, headcount } from "@/lib/businesses/schema";
import { isIsoDate } from "@/lib/dates";
import { actionsOf, FINDINGS, type Finding, VISIT_OUTCOMES } from "./model";

/** What one order may hold: each visit is made by somebody. */
export const MOST_VISITS = 100;

const visitId = z.uuid("Choose a visit");
const colleague = z.uuid("Choose who goes");

const day = (empty: string) =>
  z.string(empty).check(
    z.trim(),
    z.refine((text) => isIsoDate(text), empty),
  );

/** An answer left empty, or not sent at all, is none. */
const optional = <T extends z.ZodMiniType>(schema: T) =>
  z.pipe(
    z.transform((typed: unknown): unknown =>
      typed === undefined || (typeof typed === "string" && typed.trim() === "") ? null : typed,
    ),
    z.nullable(schema),
  );

export const planVisitsInput = z.object({
  businessIds: z
    .array(businessId)
    .check(
      z.minLength(1, "Choose at least one business"),
      z.maxLength(MOST_VISITS, `Choose up to ${MOST_VISITS} businesses at a time`),
    ),
  plannedOn: day("Enter the date of the visit"),
  assignedTo: colleague,
});

export const rescheduleVisitInput = z.object({
  visitId,
  plannedOn: day("Enter the date of the visit"),
  assignedTo: colleague,
});

export const cancelVisitInput = z.object({ visitId });

export const finishActionInput = z.object({ actionId: z.uuid("Choose an action") });

/** Names of the fields about one item of the checklist. */
export const findingField = (itemCode: string) => `finding_${itemCode}`;
export const returnedField = (itemCode: string) => `returned_${itemCode}`;
export const exemptField = (itemCode: string) => `exempt_${itemCode}`;

export interface FoundItem {
  itemCode: string;
  finding: Finding;
  /** Why it was given back, or why it does not apply. */
  reason: string | null;
}

const form = z.looseObject({
  visitId,
  outcome: z.enum(VISIT_OUTCOMES, "Choose what came of the visit"),
  visitedOn: day("Enter the date of the visit"),
  headcount: optional(headcount),
  businessActions: z._default(z.array(z.enum(actionsOf("business"))), []),
  businessDueOn: optional(day("Enter a date by which the business does it")),
  boroughActions: z._default(z.array(z.enum(actionsOf("borough"))), []),
  boroughDueOn: optional(day("Enter a date by which the borough does it")),
  nextVisitOn: optional(day("Enter the date of the next visit, or leave it empty")),
});

/** The door's form: what came of it and, when somebody showed the officer round, what was found. */
export const recordVisitInput = z.pipe(
  form,
  z.transform((typed, ctx) => {
    const fault = (field: string, message: string) =>
      ctx.issues.push({ code: "custom", message, path: [field], input: typed });
    const seen = typed.outcome === "seen";
    const findings = seen ? findingsOf(typed, fault) : [];
    const due = (codes: readonly string[], field: "businessDueOn" | "boroughDueOn") => {
      if (codes.length > 0 && !typed[field]) fault(field, "Enter the date it is due");
      return codes.map((code) => ({ code, dueOn: typed[field] ?? "" }));
    };
    return {
      visitId: typed.visitId,
      outcome: typed.outcome,
      visitedOn: typed.visitedOn,
      headcount: seen ? typed.headcount : null,
      findings,
      businessActions: seen ? due(typed.businessActions, "businessDueOn") : [],
      boroughActions: due(typed.boroughActions, "boroughDueOn"),
      nextVisitOn: typed.nextVisitOn,
    };
  }),
);

function findingsOf(
  typed: Record<string, unknown>,
  fault: (field: string, message: string) => void,
): FoundItem[] {
  const items = Object.keys(typed).filter((name) => name.startsWith("finding_"));
  return items.sort().flatMap((name) => {
    const itemCode = name.slice("finding_".length);
    const finding = FINDINGS.find((each) => each === typed[name]);
    if (!finding) {
      fault(name, "Choose what you found");
      return [];
    }
    const asked =
      finding === "not_seen"
        ? returnedField(itemCode)
        : finding === "not_applicable"
          ? exemptField(itemCode)
          : null;
    const reason = asked ? String(typed[asked] ?? "") : null;
    if (asked && !reason) fault(asked, "Choose the reason");
    return [{ itemCode, finding, reason }];
  });
}
