import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { holdsUntil } from "@/lib/aims/model";
import type { Viewer } from "@/lib/auth/viewer";
import { refreshBorough } from "@/lib/coverage/borough-refresh";
import { refreshCoverage } from "@/lib/coverage/refresh";
import { addDays, monthEnd } from "@/lib/dates";
import { writeScope } from "@/lib/db/scope";
import { boroughActions, policeConfirmations } from "../schema/aims";
import { businesses, headcounts, stageChanges } from "../schema/businesses";
import { registerImports } from "../schema/register";
import { asOwner, mintBorough, type TestBorough } from "./borough";
import { mintCertificate } from "./staffed";

export const FROM = "2025-01-01";
export const TO = "2027-12-31";
const SECTORS = ["hotel", "taxi", "licensed_premises"] as const;

/** One thing that may happen to a borough's own facts; numbers pick among what is there. */
export type BoroughStep =
  | { kind: "act"; what: "lead" | "agreement" | "meeting"; day: number; months: number }
  | { kind: "reconcile"; sector: number; day: number; byFile: boolean }
  | { kind: "take back"; which: number }
  | { kind: "confirm"; day: number }
  | { kind: "headcount"; team: number; day: number; people: number }
  | { kind: "close"; team: number; day: number; open: boolean }
  | { kind: "brief"; team: number; day: number; months: number };

const day = fc.nat({ max: 800 });
const team = fc.nat({ max: 1 });
const months = fc.integer({ min: 0, max: 14 });
const kind = <K extends string>(name: K) => fc.constant(name);
export const boroughStep: fc.Arbitrary<BoroughStep> = fc.oneof(
  fc.record({
    kind: kind("act"),
    what: fc.constantFrom("lead" as const, "agreement" as const, "meeting" as const),
    day,
    months,
  }),
  fc.record({ kind: kind("reconcile"), sector: fc.nat({ max: 2 }), day, byFile: fc.boolean() }),
  fc.record({ kind: kind("reconcile"), sector: fc.nat({ max: 2 }), day, byFile: fc.boolean() }),
  fc.record({ kind: kind("take back"), which: fc.nat({ max: 20 }) }),
  fc.record({ kind: kind("confirm"), day }),
  fc.record({ kind: kind("headcount"), team, day, people: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: kind("close"), team, day, open: fc.boolean() }),
  fc.record({ kind: kind("brief"), team, day, months }),
  fc.record({ kind: kind("brief"), team, day, months }),
);

/** What it takes to meet every measure, so that random steps have something to undo. */
export const ALL_MET: readonly BoroughStep[] = [
  { kind: "act", what: "lead", day: 3, months: 0 },
  { kind: "act", what: "agreement", day: 3, months: 9 },
  { kind: "act", what: "meeting", day: 3, months: 0 },
  ...[0, 1, 2].map((sector) => ({
    kind: "reconcile" as const,
    sector,
    day: 5,
    byFile: sector === 2,
  })),
  { kind: "confirm", day: 3 },
  { kind: "brief", team: 0, day: 8, months: 6 },
  { kind: "brief", team: 1, day: 9, months: 8 },
];

export interface BoroughWorld {
  borough: TestBorough;
  teams: string[];
  actions: string[];
}

/** A borough with two council teams of one person each. */
export async function makeBoroughWorld(): Promise<BoroughWorld> {
  const borough = await mintBorough();
  const world: BoroughWorld = { borough, teams: [randomUUID(), randomUUID()], actions: [] };
  const boroughCode = borough.code;
  await change(world, borough.admin, world.teams, async (tx) => {
    for (const id of world.teams) {
      const key = { boroughCode, businessId: id, fromOn: FROM };
      await tx.insert(businesses).values({
        boroughCode,
        id,
        sector: "council_team",
        name: `Team ${id}`,
        address: "1 Larkspur Row",
        postcode: "W1A 1AA",
        stage: "enrolled",
        stageOn: FROM,
      });
      await tx.insert(stageChanges).values({ ...key, id: randomUUID(), stage: "enrolled" });
      await tx.insert(headcounts).values({ ...key, id: randomUUID(), headcount: 1 });
    }
  });
  return world;
}

type Write = Parameters<typeof writeScope<void>>[1];

/** Writes facts in a viewer's own role and refreshes what they touch, in one transaction, as the wrapper does. */
async function change(
  { borough }: BoroughWorld,
  viewer: Viewer,
  touched: readonly string[],
  write: Write,
  thenFail?: Error,
): Promise<void> {
  const role = viewer.role === "police_officer" ? "portal_police" : "portal_borough";
  await writeScope({ role, boroughs: [borough.code] }, async (tx) => {
    await write(tx);
    const ctx = { tx, boroughCode: borough.code, viewer };
    const teams = await refreshCoverage(ctx, touched);
    await refreshBorough(ctx, { teams, touchesBorough: touched.length === 0 });
    if (thenFail) throw thenFail;
  });
}

/** Changes both teams, refreshes, and takes it all back. */
export async function rollBack(world: BoroughWorld): Promise<void> {
  const { borough, teams } = world;
  const stop = new Error("roll back");
  const write: Write = async (tx) => {
    await tx.insert(headcounts).values(
      teams.map((businessId) => ({
        boroughCode: borough.code,
        businessId,
        id: randomUUID(),
        headcount: 90,
        fromOn: FROM,
      })),
    );
  };
  await change(world, borough.admin, teams, write, stop).catch((error: unknown) => {
    if (error !== stop) throw error;
  });
}

export async function applyToBorough(world: BoroughWorld, s: BoroughStep): Promise<void> {
  const { borough, teams, actions } = world;
  const boroughCode = borough.code;
  const on = "day" in s ? addDays(FROM, s.day) : FROM;
  const id = randomUUID();
  const businessId = "team" in s ? (teams[s.team] ?? "") : "";
  const done = { boroughCode, id, dueOn: on, doneOn: on, evidence: "Minute 1" };
  switch (s.kind) {
    case "act":
      actions.push(id);
      return change(world, borough.admin, [], async (tx) => {
        const until = holdsUntil(s.what, on, monthEnd(on, s.months));
        await tx.insert(boroughActions).values({ ...done, kind: s.what, holdsUntil: until });
      });
    case "reconcile": {
      const sector = SECTORS[s.sector] ?? "hotel";
      return change(world, borough.officer, [], async (tx) => {
        if (s.byFile)
          return void (await tx.insert(registerImports).values(imported(boroughCode, sector, on)));
        const holds = holdsUntil("register", on);
        await tx
          .insert(boroughActions)
          .values({ ...done, kind: "register", sector, holdsUntil: holds });
      });
    }
    case "take back": {
      const gone = actions[s.which % Math.max(actions.length, 1)];
      if (!gone) return;
      await asOwner(
        [boroughCode],
        (tx) => tx`UPDATE borough_actions SET cancelled_on = done_on WHERE id = ${gone}`,
      );
      return change(world, borough.admin, [], async () => {});
    }
    case "confirm":
      return change(world, borough.police, [], async (tx) => {
        await tx.insert(policeConfirmations).values({
          boroughCode,
          id,
          kind: "call_handlers",
          confirmedOn: on,
          holdsUntil: monthEnd(on, 12),
          confirmedBy: borough.police.userId,
        });
      });
    case "headcount":
      return change(world, borough.admin, [businessId], async (tx) => {
        await tx
          .insert(headcounts)
          .values({ boroughCode, businessId, id, headcount: s.people, fromOn: on });
      });
    case "close":
      return change(world, borough.admin, [businessId], async (tx) => {
        const stage = s.open ? "enrolled" : "closed";
        await tx.insert(stageChanges).values({ boroughCode, businessId, id, stage, fromOn: on });
      });
    case "brief":
      return brief(world, businessId, on, s.months);
  }
}

/** Somebody of the team passes the briefing; what the learner's own order refreshes is refreshed so. */
async function brief(
  world: BoroughWorld,
  businessId: string,
  on: string,
  validFor: number,
): Promise<void> {
  const { borough } = world;
  const staffId = randomUUID();
  await asOwner(
    [borough.code],
    (
      tx,
    ) => tx`INSERT INTO staff_members (borough_code, id, business_id, name, name_key, joined_on, confirmed_on)
      VALUES (${borough.code}, ${staffId}, ${businessId}, 'A B', ${staffId}, ${on}, ${on})`,
  );
  const manager = {
    role: "business_manager" as const,
    userId: randomUUID(),
    name: "A B",
    boroughCode: borough.code,
    businessId,
  };
  await mintCertificate(
    borough,
    { id: businessId, manager },
    {
      staffId,
      courseSlug: "council-staff",
      issuedOn: on,
      expiresOn: monthEnd(on, validFor),
    },
  );
  const scope = { role: "portal_staff", boroughs: [borough.code], businessId, staffId } as const;
  await writeScope(scope, async (tx) => {
    const viewer = {
      role: "staff" as const,
      name: "A B",
      boroughCode: borough.code,
      businessId,
      staffId,
    };
    const ctx = { tx, boroughCode: borough.code, viewer };
    const teams = await refreshCoverage(ctx, [businessId]);
    await refreshBorough(ctx, { teams, touchesBorough: false });
  });
}

const imported = (boroughCode: string, sector: string, on: string) => ({
  boroughCode,
  id: randomUUID(),
  register: `register of ${sector}`,
  sector,
  fileName: "f.csv",
  encoding: "utf-8",
  fileHash: "h",
  state: "confirmed" as const,
  rowsRead: 0,
  rowsNew: 0,
  rowsChanged: 0,
  rowsUnchanged: 0,
  rowsGone: 0,
  rowsRefused: 0,
  rowsNotTrading: 0,
  settledAt: new Date(`${on}T12:00:00Z`),
});
