import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { hashSecret } from "@/lib/auth/secrets";
import { DEVICE_HOURS } from "@/lib/auth/shared-device-cookie";
import { actorId } from "@/lib/auth/viewer";
import { defineCommand } from "@/lib/command";
import { businesses } from "@/lib/db/schema/businesses";
import { sharedDevices } from "@/lib/db/schema/people";
import { NotFound, RuleBroken } from "@/lib/errors";
import { managed } from "./commands";
import { closeDeviceInput, openDeviceInput } from "./schema";

/** Opens the device whose secret this is for the staff of a business, for 12 hours. Throws RuleBroken. */
export const openDevice = defineCommand({
  name: "shared_device.open",
  input: openDeviceInput,
  async run(ctx, { secret }) {
    const businessId = managed(ctx);
    const { boroughCode } = ctx;
    const [business] = await ctx.tx
      .select({ stage: businesses.stage })
      .from(businesses)
      .where(ctx.own(businesses, businessId));
    if (business?.stage !== "enrolled") {
      throw new RuleBroken("form", "A device can be opened once the business is enrolled and open");
    }
    const id = randomUUID();
    await ctx.tx.insert(sharedDevices).values({
      ...{ boroughCode, id, businessId, openedBy: actorId(ctx.viewer) },
      tokenHash: hashSecret(secret),
      expiresAt: new Date(Date.now() + DEVICE_HOURS * 60 * 60_000),
    });
    return {
      value: { deviceId: id },
      touched: [],
      audit: { subject: ["shared_device", id], businessId, fields: ["expires_at"] },
    };
  },
});

/** Closes a device: whoever uses it next is asked for nothing and let in nowhere. Throws NotFound. */
export const closeDevice = defineCommand({
  name: "shared_device.close",
  input: closeDeviceInput,
  async run(ctx, { deviceId }) {
    const businessId = managed(ctx);
    const [closed] = await ctx.tx
      .update(sharedDevices)
      .set({ closedAt: new Date() })
      .where(
        and(
          ctx.own(sharedDevices, deviceId),
          eq(sharedDevices.businessId, businessId),
          isNull(sharedDevices.closedAt),
        ),
      )
      .returning({ id: sharedDevices.id });
    if (!closed) throw new NotFound("No such open device.");
    return {
      value: { deviceId },
      touched: [],
      audit: { subject: ["shared_device", deviceId], businessId, fields: ["closed_at"] },
    };
  },
});
