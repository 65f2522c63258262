import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { refreshCoverage } from "@/lib/coverage/refresh";
import { addDays, monthEnd } from "@/lib/dates";
import { boroughThresholds } from "@/lib/db/schema/aims";
import { assignments } from "@/lib/db/schema/assignments";
import { businesses, headcounts, stageChanges } from "@/lib/db/schema/businesses";
import { certificates } from "@/lib/db/schema/certificates";
import { courseVersions } from "@/lib/db/schema/library";
import { staffMembers } from "@/lib/db/schema/people";
import { boroughPracticeItems, practiceChanges } from "@/lib/db/schema/practices";
import { nightShiftStaff, nightShifts, safeguardingLeads } from "@/lib/db/schema/shifts";
import { trainingRecords } from "@/lib/db/schema/training";
import { type Transaction, writeScope } from "@/lib/db/scope";
import { mintBorough } from "./borough";
import type { Step } from "./coverage-steps";

/** The months that a run of steps reaches. */
export const FROM = "2025-01-01";
export const TO = "2028-12-31";

/** The recompute that a world's operations end with; tests of the tests put a faulty one here. */
export type Refresh = typeof refreshCoverage;

export interface World {
  refresh: Refresh;
  code: string;
  ids: string[];
  versions: Map<string, string>;
  /** The assignment of each `business course`. */
  assigned: Map<string, string>;
}

/** A borough of `count` enrolled hotels of two people each, asked for both courses. */
export async function makeWorld(count: number, refresh: Refresh = refreshCoverage): Promise<World> {
  const { code } = await mintBorough();
  const ids = Array.from({ length: count }, () => randomUUID());
  const assigned = new Map(
    ids.flatMap((id) =>
      ["spot-the-signs", "reporting"].map((slug) => [`${id} ${slug}`, randomUUID()] as const),
    ),
  );
  const versions = await asBorough(code, async (tx) => {
    await tx.insert(businesses).values(
      ids.map((id, index) => ({
        boroughCode: code,
        id,
        sector: "hotel",
        opensLate: index % 2 === 0,
        name: `Business ${id}`,
        address: "1 Larkspur Row",
        postcode: "W1A 1AA",
        stage: "enrolled" as const,
        stageOn: FROM,
      })),
    );
    await tx.insert(stageChanges).values(
      ids.map((businessId) => ({
        boroughCode: code,
        businessId,
        id: randomUUID(),
        stage: "enrolled" as const,
        fromOn: FROM,
      })),
    );
    await tx.insert(headcounts).values(
      ids.map((businessId) => ({
        boroughCode: code,
        businessId,
        id: randomUUID(),
        headcount: 2,
        fromOn: FROM,
      })),
    );
    await tx.insert(assignments).values(
      [...assigned].map(([key, id]) => {
        const [businessId = "", courseSlug = ""] = key.split(" ");
        return { boroughCode: code, id, businessId, courseSlug, dueOn: TO };
      }),
    );
    await refreshCoverage({ tx, boroughCode: code }, ids);
    const rows = await tx
      .select({ id: courseVersions.id, slug: courseVersions.courseSlug })
      .from(courseVersions);
    return new Map(rows.map((row) => [row.slug, row.id]));
  });
  return { refresh, code, ids, versions, assigned };
}

export function asBorough<T>(code: string, run: (tx: Transaction) => Promise<T>): Promise<T> {
  return writeScope({ role: "portal_borough", boroughs: [code] }, run);
}

/** Certificates are the learner's to write: the rest is the borough's. */
async function certify(
  world: World,
  businessId: string,
  staffId: string,
  s: Extract<Step, { kind: "certify" }>,
) {
  const { code, versions } = world;
  const assignmentId = world.assigned.get(`${businessId} ${s.course}`) ?? "";
  const versionId = versions.get(s.course) ?? "";
  const issuedOn = addDays(FROM, s.day);
  const recordId = randomUUID();
  await writeScope({ role: "portal_staff", boroughs: [code], businessId, staffId }, async (tx) => {
    await tx.insert(trainingRecords).values({
      boroughCode: code,
      id: recordId,
      businessId,
      staffId,
      assignmentId,
      versionId,
      completedOn: issuedOn,
    });
    await tx.insert(certificates).values({
      boroughCode: code,
      id: randomUUID(),
      businessId,
      staffId,
      recordId,
      courseSlug: s.course,
      versionId,
      codeHash: randomUUID(),
      issuedOn,
      expiresOn: monthEnd(issuedOn, s.months),
    });
    await world.refresh({ tx, boroughCode: code }, [businessId]);
  });
}

/** Writes the facts of one step and refreshes what it touched, in one transaction. */
export async function apply(world: World, s: Step): Promise<void> {
  const { code } = world;
  const fromOn = "day" in s ? addDays(FROM, s.day) : FROM;
  if (s.kind === "ask" || s.kind === "threshold") return applyToBorough(world, s, fromOn);
  const businessId = world.ids[s.which % world.ids.length] ?? "";
  const person = "who" in s ? await findPerson(world, businessId, s.who) : undefined;
  if ("who" in s && !person) return;
  if (s.kind === "certify" && person) return certify(world, businessId, person, s);
  if (s.kind === "lead" || s.kind === "shift" || s.kind === "roster") {
    return applyShift(world, businessId, person, s, fromOn);
  }
  if (s.kind === "practise" || s.kind === "practise all") {
    return applyPractice(world, businessId, s, fromOn);
  }
  await asBorough(code, async (tx) => {
    const key = { boroughCode: code, businessId };
    if (s.kind === "stage")
      await tx.insert(stageChanges).values({ ...key, id: randomUUID(), stage: s.stage, fromOn });
    if (s.kind === "headcount")
      await tx
        .insert(headcounts)
        .values({ ...key, id: randomUUID(), headcount: s.headcount, fromOn });
    if (s.kind === "join") {
      await tx.insert(staffMembers).values({
        ...key,
        id: randomUUID(),
        name: "A B",
        nameKey: "a b",
        isManager: s.manager,
        joinedOn: fromOn,
        confirmedOn: s.confirmed ? fromOn : null,
      });
    }
    if (s.kind === "leave" && person)
      await tx
        .update(staffMembers)
        .set({ leftOn: fromOn })
        .where(and(eq(staffMembers.boroughCode, code), eq(staffMembers.id, person)));
    if (s.kind === "revoke" && person)
      await tx
        .update(certificates)
        .set({ revokedOn: fromOn })
        .where(and(eq(certificates.boroughCode, code), eq(certificates.staffId, person)));
    if (s.kind === "move")
      await tx
        .update(businesses)
        .set({ sector: s.sector, ward: s.ward, opensLate: s.late })
        .where(and(eq(businesses.boroughCode, code), eq(businesses.id, businessId)));
    await world.refresh({ tx, boroughCode: code }, [businessId]);
  });
}

async function findPerson(
  world: World,
  businessId: string,
  index: number,
): Promise<string | undefined> {
  const rows = await asBorough(world.code, (tx) =>
    tx
      .select({ id: staffMembers.id })
      .from(staffMembers)
      .where(and(eq(staffMembers.boroughCode, world.code), eq(staffMembers.businessId, businessId)))
      .orderBy(staffMembers.id),
  );
  return rows[index % Math.max(rows.length, 1)]?.id;
}

/** The borough asks for one more practice, or changes what `trained` asks for: every business is touched. */
async function applyToBorough(
  world: World,
  s: Extract<Step, { kind: "ask" | "threshold" }>,
  fromOn: string,
): Promise<void> {
  const { code: boroughCode, ids } = world;
  await asBorough(boroughCode, async (tx) => {
    if (s.kind === "threshold") {
      await tx
        .insert(boroughThresholds)
        .values({ boroughCode, id: randomUUID(), trainedShare: s.share, fromOn });
    } else {
      await tx.insert(boroughPracticeItems).values({
        boroughCode,
        sector: "hotel",
        code: `own-${randomUUID()}`,
        aim: s.aim,
        level: "essential",
        title: "A practice of the borough's own",
        help: "Asked for as well.",
        seenOnVisit: false,
        fromOn,
        untilOn: s.days > 0 ? addDays(fromOn, s.days) : null,
      });
    }
    await world.refresh({ tx, boroughCode }, ids);
  });
}

/** Night shifts, who works them, and the safeguarding lead: the manager's facts. */
async function applyShift(
  world: World,
  businessId: string,
  staffId: string | undefined,
  s: Extract<Step, { kind: "lead" | "shift" | "roster" }>,
  fromOn: string,
): Promise<void> {
  const boroughCode = world.code;
  const scope = { role: "portal_business", boroughs: [boroughCode], businessId } as const;
  await writeScope(scope, async (tx) => {
    const key = { boroughCode, businessId, fromOn };
    const untilOn = "days" in s && s.days > 0 ? addDays(fromOn, s.days) : null;
    if (s.kind === "lead" && staffId) {
      await tx.insert(safeguardingLeads).values({ ...key, id: randomUUID(), staffId });
    }
    if (s.kind === "shift") {
      const times = { nights: "every_night", startsAt: "22:00", endsAt: "06:00" } as const;
      await tx.insert(nightShifts).values({ ...key, id: randomUUID(), ...times, untilOn });
    }
    if (s.kind === "roster" && staffId) {
      const shifts = await tx
        .select({ id: nightShifts.id })
        .from(nightShifts)
        .where(
          and(eq(nightShifts.boroughCode, boroughCode), eq(nightShifts.businessId, businessId)),
        )
        .orderBy(nightShifts.id);
      const chosen = s.shift === "all" ? shifts : shifts.slice(s.shift, s.shift + 1);
      for (const { id: shiftId } of chosen) {
        await tx
          .insert(nightShiftStaff)
          .values({ ...key, shiftId, staffId, untilOn })
          .onConflictDoNothing();
      }
    }
    await world.refresh({ tx, boroughCode }, [businessId]);
  });
}

/** One practice declared or decided, or an officer who confirms all of the hotel's list at once. */
async function applyPractice(
  world: World,
  businessId: string,
  s: Extract<Step, { kind: "practise" | "practise all" }>,
  fromOn: string,
): Promise<void> {
  const boroughCode = world.code;
  await asBorough(boroughCode, async (tx) => {
    const codes = await tx.execute<{ code: string }>(sql`
      SELECT code FROM practice_items WHERE sector = 'hotel' AND until_on IS NULL
      UNION SELECT code FROM borough_practice_items WHERE borough_code = ${boroughCode} ORDER BY code`);
    const chosen =
      s.kind === "practise all" ? codes : codes.slice(s.item % codes.length).slice(0, 1);
    await tx.insert(practiceChanges).values(
      chosen.map(({ code }) => ({
        boroughCode,
        businessId,
        id: randomUUID(),
        itemCode: code,
        change: s.kind === "practise" ? s.change : ("confirmed" as const),
        fromOn,
        lapsesOn: monthEnd(fromOn, s.kind === "practise" ? 12 : s.months),
      })),
    );
    await world.refresh({ tx, boroughCode }, [businessId]);
  });
}
