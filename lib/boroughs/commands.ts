import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { hashSecret, linkSecret } from "@/lib/auth/secrets";
import { defineCommand } from "@/lib/command";
import { addDays } from "@/lib/dates";
import {
  boroughContacts,
  boroughSettings,
  measureCourses,
  sectors,
} from "@/lib/db/schema/boroughs";
import { invitations } from "@/lib/db/schema/people";
import { Conflict, RuleBroken } from "@/lib/errors";
import { queueMail } from "@/lib/mail/outbox";
import {
  BRIEFING_FRONT_DOORS,
  COUNCIL_TEAM_COURSE,
  firstMeasureCourses,
  SHARED_SECTORS,
} from "./model";
import { inviteAdminInput, setUpBoroughInput } from "./schema";

/** Sets a borough up: its settings, the shared sectors, the courses that count, and its front door if known. */
export const setUpBorough = defineCommand({
  name: "borough.set_up",
  input: setUpBoroughInput,
  async run(ctx) {
    const { boroughCode, tx, today } = ctx;
    const [exists] = await tx
      .select({ code: boroughSettings.boroughCode })
      .from(boroughSettings)
      .where(eq(boroughSettings.boroughCode, boroughCode));
    if (exists) throw new Conflict("This borough is set up already.");
    await tx.insert(boroughSettings).values({ boroughCode, inUseSince: today });
    await tx.insert(sectors).values(
      SHARED_SECTORS.map((sector, position) => ({
        boroughCode,
        ...sector,
        copiesMeasuresOf: sector.code,
        position,
      })),
    );
    await tx.insert(measureCourses).values([
      ...SHARED_SECTORS.filter((sector) => sector.countsAsBusiness).flatMap((sector) =>
        firstMeasureCourses(sector.code).map((course) => ({
          boroughCode,
          sector: sector.code,
          ...course,
        })),
      ),
      { boroughCode, ...COUNCIL_TEAM_COURSE },
    ]);
    const frontDoor = BRIEFING_FRONT_DOORS[boroughCode];
    if (frontDoor) await tx.insert(boroughContacts).values({ boroughCode, ...frontDoor });
    return {
      value: { boroughCode },
      touched: [],
      audit: { subject: ["borough", boroughCode], fields: ["in_use_since"] },
    };
  },
});

const ADMIN_INVITATION_DAYS = 14;

/** Invites the first (or another) borough admin by e-mail. Throws RuleBroken before the borough is set up. */
export const inviteAdmin = defineCommand({
  name: "borough.invite_admin",
  input: inviteAdminInput,
  async run(ctx, { email }) {
    const { boroughCode, tx, today, viewer } = ctx;
    const [exists] = await tx
      .select({ code: boroughSettings.boroughCode })
      .from(boroughSettings)
      .where(eq(boroughSettings.boroughCode, boroughCode));
    if (!exists) throw new RuleBroken("email", "Set the borough up first");
    if (viewer.role === "staff") throw new RuleBroken("email", "Staff invite nobody");
    const id = randomUUID();
    await tx.insert(invitations).values({
      boroughCode,
      id,
      role: "borough_admin",
      channel: "email",
      email,
      tokenHash: hashSecret(linkSecret("invitation", boroughCode, id)),
      createdBy: viewer.userId,
      expiresOn: addDays(today, ADMIN_INVITATION_DAYS),
    });
    await queueMail(ctx, { template: "invitation", subjectId: id });
    return {
      value: { invitationId: id },
      touched: [],
      audit: {
        subject: ["invitation", id],
        fields: ["role", "expires_on"],
        details: { role: "borough_admin" },
        personal: [{ field: "email", before: null, after: email }],
      },
    };
  },
});
