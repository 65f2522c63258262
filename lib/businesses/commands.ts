import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { COUNCIL_TEAM } from "@/lib/boroughs/model";
import { findWard, shareWardList } from "@/lib/boroughs/wards";
import { defineCommand, type WriteContext } from "@/lib/command";
import { sectors } from "@/lib/db/schema/boroughs";
import { businesses, headcounts, type LicenceType } from "@/lib/db/schema/businesses";
import { RuleBroken } from "@/lib/errors";
import { companyOf } from "./companies";
import { isInScope } from "./model";
import { addBusinessInput, declareHeadcountInput, editBusinessInput } from "./schema";
import { changeStage, holdBusiness } from "./stages";

async function checkSector(ctx: WriteContext, code: string): Promise<void> {
  const [sector] = await ctx.tx
    .select({ code: sectors.code })
    .from(sectors)
    .where(
      and(
        eq(sectors.boroughCode, ctx.boroughCode),
        eq(sectors.code, code),
        eq(sectors.countsAsBusiness, true),
      ),
    );
  if (!sector) throw new RuleBroken("sector", "Choose a sector from the list");
}

const licence = (typed: LicenceType | "unknown") => (typed === "unknown" ? null : typed);
const LATE = { yes: true, no: false, unknown: null } as const;

/** Adds a business by hand, in scope from today. */
export const addBusiness = defineCommand({
  name: "business.add",
  input: addBusinessInput,
  async run(ctx, { company, ...input }) {
    await shareWardList(ctx);
    await checkSector(ctx, input.sector);
    await refuseTwin(ctx, input);
    const id = randomUUID();
    await ctx.tx.insert(businesses).values({
      ...input,
      boroughCode: ctx.boroughCode,
      id,
      ward: await findWard(ctx, input.postcode),
      operatorId: await companyOf(ctx, company),
      opensLate: LATE[input.opensLate],
      licenceType: licence(input.licenceType),
      stage: "in_scope",
      stageOn: ctx.today,
    });
    await changeStage(ctx, id, "in_scope");
    return {
      value: { businessId: id },
      touched: [id],
      audit: {
        subject: ["business", id],
        businessId: id,
        fields: ["name", "address", "postcode", "sector", "opens_late", "licence_type", "company"],
        details: { sector: input.sector },
      },
    };
  },
});

/** Adding the same premises twice would count it twice. */
async function refuseTwin(
  ctx: WriteContext,
  input: { name: string; postcode: string },
): Promise<void> {
  const near = await ctx.tx
    .select({ name: businesses.name })
    .from(businesses)
    .where(and(ctx.inBorough(businesses), eq(businesses.postcode, input.postcode)));
  const name = input.name.toLowerCase();
  if (near.some((row) => row.name.toLowerCase() === name)) {
    throw new RuleBroken("name", "A business with this name and postcode is on the list already");
  }
}

/** Corrects what is known of a business: its name, place, sector and hours. */
export const editBusiness = defineCommand({
  name: "business.edit",
  input: editBusinessInput,
  async run(ctx, { businessId, opensLate, licenceType, company, ...details }) {
    await shareWardList(ctx);
    const business = await holdBusiness(ctx, businessId);
    if (business.sector === COUNCIL_TEAM) {
      throw new RuleBroken("sector", "This is one of the council’s own teams, not a business");
    }
    await checkSector(ctx, details.sector);
    const moved = business.postcode !== details.postcode;
    await ctx.tx
      .update(businesses)
      .set({
        ...details,
        ...(moved ? { ward: await findWard(ctx, details.postcode) } : {}),
        opensLate: LATE[opensLate],
        licenceType: licence(licenceType),
        operatorId: await companyOf(ctx, company),
        updatedAt: new Date(),
      })
      .where(ctx.own(businesses, businessId));
    return {
      value: { businessId },
      touched: [businessId],
      audit: {
        subject: ["business", businessId],
        businessId,
        fields: ["name", "address", "postcode", "sector", "opens_late", "licence_type", "company"],
        details: { sector: details.sector },
      },
    };
  },
});

/** Declares how many people work at a business, from today: by its manager, or by an officer for it. */
export const declareHeadcount = defineCommand({
  name: "business.declare_headcount",
  input: declareHeadcountInput,
  async run(ctx, { businessId, headcount }) {
    const business = await holdBusiness(ctx, businessId);
    if (!isInScope(business.stage)) {
      throw new RuleBroken("headcount", "This business is closed or left out: reopen it first");
    }
    const { boroughCode, today } = ctx;
    await ctx.tx
      .insert(headcounts)
      .values({ boroughCode, businessId, id: randomUUID(), headcount, fromOn: today });
    await ctx.tx
      .update(businesses)
      .set({ headcount, headcountConfirmedOn: null, updatedAt: new Date() })
      .where(ctx.own(businesses, businessId));
    return {
      value: { businessId },
      touched: [businessId],
      audit: {
        subject: ["business", businessId],
        businessId,
        fields: ["headcount"],
        details: { headcount },
      },
    };
  },
});
