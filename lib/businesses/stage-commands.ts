import "server-only";
import { defineCommand } from "@/lib/command";
import { addDays } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import { isInScope } from "./model";
import {
  closeBusinessInput,
  enrolOnPaperInput,
  excludeBusinessInput,
  reopenBusinessInput,
} from "./schema";
import { changeStage, holdBusiness, lastOpenStage, withdrawOpenInvitations } from "./stages";

const done = (businessId: string, details: Record<string, string>) => ({
  value: { businessId },
  touched: [businessId],
  audit: {
    subject: ["business", businessId] as const,
    businessId,
    fields: ["stage"],
    details,
  },
});

/** Leaves a business out of every figure, with a reason and a day to look again (within a year). */
export const excludeBusiness = defineCommand({
  name: "business.exclude",
  input: excludeBusinessInput,
  async run(ctx, { businessId, reason, reviewOn }) {
    const business = await holdBusiness(ctx, businessId);
    if (!isInScope(business.stage)) {
      throw new RuleBroken("form", "This business is closed or left out already");
    }
    if (reviewOn <= ctx.today) throw new RuleBroken("reviewOn", "Enter a date in the future");
    if (reviewOn > addDays(ctx.today, 366)) {
      throw new RuleBroken("reviewOn", "Enter a date within the next 12 months");
    }
    await changeStage(ctx, businessId, "excluded", { reason, reviewOn });
    await withdrawOpenInvitations(ctx, [businessId]);
    return done(businessId, { stage: "excluded", reason, review_on: reviewOn });
  },
});

/** Records that a business has stopped trading. */
export const closeBusiness = defineCommand({
  name: "business.close",
  input: closeBusinessInput,
  async run(ctx, { businessId }) {
    const business = await holdBusiness(ctx, businessId);
    if (business.stage === "closed")
      throw new RuleBroken("form", "This business is closed already");
    await changeStage(ctx, businessId, "closed");
    await withdrawOpenInvitations(ctx, [businessId]);
    return done(businessId, { stage: "closed" });
  },
});

/** Brings a closed or excluded business back to the stage it was in when it was last in scope. */
export const reopenBusiness = defineCommand({
  name: "business.reopen",
  input: reopenBusinessInput,
  async run(ctx, { businessId }) {
    const business = await holdBusiness(ctx, businessId);
    if (isInScope(business.stage))
      throw new RuleBroken("form", "This business is in scope already");
    const before = await lastOpenStage(ctx, businessId);
    // Its invitation was withdrawn when it went: there is nothing left to accept.
    const stage = before === "enrolled" ? "enrolled" : "in_scope";
    await changeStage(ctx, businessId, stage);
    return done(businessId, { stage });
  },
});

/** Records that a business agreed on paper to take part. */
export const enrolOnPaper = defineCommand({
  name: "business.enrol",
  input: enrolOnPaperInput,
  async run(ctx, { businessId }) {
    const business = await holdBusiness(ctx, businessId);
    if (business.stage === "enrolled")
      throw new RuleBroken("form", "This business is enrolled already");
    if (!isInScope(business.stage)) {
      throw new RuleBroken("form", "This business is closed or left out: reopen it first");
    }
    await changeStage(ctx, businessId, "enrolled");
    return done(businessId, { stage: "enrolled", how: "paper" });
  },
});
