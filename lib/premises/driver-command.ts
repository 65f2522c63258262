import "server-only";
import { randomUUID } from "node:crypto";
import { actorId } from "@/lib/auth/viewer";
import { holdBusiness } from "@/lib/businesses/stages";
import { defineCommand } from "@/lib/command";
import { driverAttestations } from "@/lib/db/schema/certificates";
import { RuleBroken } from "@/lib/errors";
import { DRIVERS_SECTOR } from "./driver-model";
import { holdOwnBusiness } from "./own";
import { attestDriversInput } from "./schema";

/**
 * An operator says how many drivers it has and how many of them TfL's training has reached. It changes no
 * measure: product.md, "shown apart from staff trained here".
 */
export const attestDrivers = defineCommand({
  name: "drivers.attest",
  input: attestDriversInput,
  async run(ctx, { drivers, trained, evidence }) {
    const businessId = await holdOwnBusiness(ctx, "drivers");
    const { sector } = await holdBusiness(ctx, businessId);
    if (sector !== DRIVERS_SECTOR) {
      throw new RuleBroken(
        "drivers",
        "Only taxi and private hire operators are asked about drivers",
      );
    }
    if (drivers === 0) throw new RuleBroken("drivers", "Enter 1 or more");
    if (trained > drivers) {
      throw new RuleBroken(
        "trained",
        `Enter a number up to ${drivers}: that is how many there are`,
      );
    }
    const { boroughCode, today } = ctx;
    await ctx.tx.insert(driverAttestations).values({
      ...{ boroughCode, businessId, drivers, trained, evidence },
      id: randomUUID(),
      attestedOn: today,
      attestedBy: actorId(ctx.viewer),
    });
    return {
      value: { businessId },
      touched: [],
      audit: {
        subject: ["business", businessId],
        businessId,
        fields: ["drivers"],
        details: { drivers, trained, evidence },
      },
    };
  },
});
