import "server-only";
import { randomUUID } from "node:crypto";
import { defineCommand, type WriteContext } from "@/lib/command";
import { monthEnd, monthStart } from "@/lib/dates";
import { callCounts, policeConfirmations } from "@/lib/db/schema/aims";
import { RuleBroken } from "@/lib/errors";
import { pastQuarters, QUARTERS_OPEN } from "./call-model";
import { confirmCallHandlersInput, enterCallsInput } from "./police-schema";

/** A confirmation holds to the end of the month, so many months on. Source: product.md, `call_handlers`. */
const CONFIRMATION_MONTHS = 12;

/** The police officer who gives the order: the permission lets no other role come this far. */
function officerOf(ctx: WriteContext): string {
  if (ctx.viewer.role !== "police_officer") throw new Error("Only police enter this.");
  return ctx.viewer.userId;
}

/** Enters or corrects a borough's 101 calls of a quarter that is over: context, never a target. */
export const enterCalls = defineCommand({
  name: "police.enter_calls",
  input: enterCallsInput,
  async run(ctx, input) {
    const { boroughCode, today, tx } = ctx;
    if (input.borough !== boroughCode) throw new RuleBroken("borough", "Choose a borough");
    if (!pastQuarters(today, QUARTERS_OPEN).includes(input.quarter)) {
      throw new RuleBroken("quarter", "Choose a quarter of the last two years that is over");
    }
    const entry = { calls: input.calls, enteredBy: officerOf(ctx), enteredAt: new Date() };
    await tx
      .insert(callCounts)
      .values({ boroughCode, quarter: input.quarter, ...entry })
      .onConflictDoUpdate({ target: [callCounts.boroughCode, callCounts.quarter], set: entry });
    return {
      value: { quarter: input.quarter },
      touched: [],
      // Not the number: figures below 5 are held back from everybody else.
      audit: {
        subject: ["call_count", `${boroughCode} ${input.quarter}`],
        fields: ["calls"],
        details: { quarter: input.quarter },
      },
    };
  },
});

/** Confirms that the call handlers who serve a borough have had the specialist training. */
export const confirmCallHandlers = defineCommand({
  name: "police.confirm_call_handlers",
  input: confirmCallHandlersInput,
  async run(ctx, input) {
    const { boroughCode, today, tx } = ctx;
    const { confirmedOn, evidence } = input;
    if (confirmedOn > today) {
      throw new RuleBroken("confirmedOn", "Enter a day that is not in the future");
    }
    if (monthEnd(confirmedOn, CONFIRMATION_MONTHS) < monthStart(today)) {
      throw new RuleBroken(
        "confirmedOn",
        "Enter a day in the last 12 months: it lapses after that",
      );
    }
    const id = randomUUID();
    await tx.insert(policeConfirmations).values({
      boroughCode,
      id,
      kind: "call_handlers",
      confirmedOn,
      holdsUntil: monthEnd(confirmedOn, CONFIRMATION_MONTHS),
      confirmedBy: officerOf(ctx),
      evidence,
    });
    return {
      value: { id },
      touched: [],
      touchesBorough: true,
      audit: {
        subject: ["police_confirmation", id],
        fields: ["confirmed_on", "holds_until", "evidence"],
        details: { kind: "call_handlers", confirmedOn },
      },
    };
  },
});
