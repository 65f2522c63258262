import "server-only";
import { and, eq } from "drizzle-orm";
import { defineCommand } from "@/lib/command";
import { boroughContacts, boroughSettings, measureCourses, sectors } from "@/lib/db/schema/boroughs";
import { Conflict } from "@/lib/errors";
import { BRIEFING_FRONT_DOORS, FIRST_MEASURE_COURSES, SHARED_SECTORS } from "./model";
import { setUpBoroughInput } from "./schema";

/** Sets a borough up: its settings, the shared sectors, the courses that count, and its front door if known. */
export const setUpBorough = defineCommand({
  name: "borough.set_up",
  input: setUpBoroughInput,
  async run(ctx) {
    const { boroughCode, tx, today } = ctx;
    const [exists] = await tx
      .select({ code: boroughSettings.boroughCode })
      .from(boroughSettings)
      .where(and(eq(boroughSettings.boroughCode, boroughCode)));
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
    await tx.insert(measureCourses).values(
      SHARED_SECTORS.filter((sector) => sector.countsAsBusiness).flatMap((sector) =>
        FIRST_MEASURE_COURSES.map((course) => ({ boroughCode, sector: sector.code, ...course })),
      ),
    );
    const frontDoor = BRIEFING_FRONT_DOORS[boroughCode];
    if (frontDoor) await tx.insert(boroughContacts).values({ boroughCode, ...frontDoor });
    return {
      value: { boroughCode },
      touched: [],
      audit: { subject: ["borough", boroughCode], fields: ["in_use_since"] },
    };
  },
});
