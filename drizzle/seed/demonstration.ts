import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { BOROUGH_MEASURES } from "@/lib/aims/model";
import { hashPassword } from "@/lib/auth/passwords";
import { refreshBoroughMeasures } from "@/lib/coverage/borough-refresh";
import { refreshTeams } from "@/lib/coverage/team-refresh";
import { refreshTouched } from "@/lib/coverage/touch";
import { type IsoDate, londonDate } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { policeMemberships, programmeMemberships, users } from "@/lib/db/schema/auth";
import { schemaState } from "@/lib/db/schema/boroughs";
import { writeScope } from "@/lib/db/scope";
import { env, isDemonstration } from "@/lib/env";
import { publishPractices } from "@/lib/practices/publish";
import { publishCourses } from "@/lib/training/publish";
import { accountOf, sharedAccounts, staffAccount } from "./accounts";
import { beginningOf, inventBorough } from "./borough";
import { readLibrary } from "./library";
import { PLANS } from "./plans";
import { addPoliceFacts } from "./police";
import { writeVisits } from "./visits";
import { fillReports } from "./wards";
import { insertRows, writeFacts } from "./write";

/** Two loaders wait for each other. */
const SEED_LOCK = 41_199_035;
/** Businesses whose standing is worked out in one statement. */
const REFRESH_BATCH = 200;

/**
 * Loads the invented boroughs into an empty database, or finishes what an interrupted load left;
 * does nothing where they are. Answers whether anything was done. Throws unless PORTAL_DEMONSTRATION=1.
 */
export async function seedDemonstration(): Promise<boolean> {
  const ownerUrl = env().DATABASE_OWNER_URL;
  if (!isDemonstration()) {
    throw new Error(
      "The demonstration is loaded only where PORTAL_DEMONSTRATION=1 is set: never into a real database.",
    );
  }
  if (!ownerUrl) throw new Error("Set DATABASE_OWNER_URL (portal_owner) first.");
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, prepare: false });
  try {
    await sql`SELECT pg_advisory_lock(${SEED_LOCK})`;
    const state = await readState(sql);
    if (state === "complete") return false;
    if (state === undefined) {
      await publishCourses(ownerUrl);
      await publishPractices(ownerUrl);
      await writeEverything(sql, londonDate(new Date()));
    }
    // Without statistics the planner takes the freshly filled tables for empty ones.
    await sql`ANALYZE`;
    await countCoverage(sql);
    await sql.begin(async (tx) => {
      await tx.unsafe(
        `SET LOCAL app.borough_codes = '${PLANS.map((plan) => plan.code).join(",")}'`,
      );
      await fillReports(tx);
    });
    await sql`UPDATE schema_state SET value = 'complete' WHERE name = 'demonstration'`;
    return true;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function readState(sql: postgres.Sql): Promise<string | undefined> {
  const [row] = await sql<{ value: string }[]>`
    SELECT value FROM schema_state WHERE name = 'demonstration'`;
  return row?.value;
}

/** All facts in one transaction, and the mark that they are there. */
async function writeEverything(sql: postgres.Sql, today: IsoDate): Promise<void> {
  const { password } = accountOf("programme");
  const hashes = new Map([[password, await hashPassword(password)]]);
  const pinHash = await hashPassword(staffAccount().pin);
  const before = beginningOf(PLANS, today);
  await sql.begin(async (tx) => {
    const codes = PLANS.map((plan) => plan.code).join(",");
    await tx.unsafe(`SET LOCAL app.borough_codes = '${codes}'`);
    const named = await tx<{ code: string; name: string }[]>`SELECT code, name FROM boroughs`;
    const names = new Map(named.map(({ code, name }) => [code, name]));
    const courses = await readLibrary(tx, before);
    const shared = sharedAccounts(hashes, before);
    await insertRows(tx, users, shared.users);
    await insertRows(tx, policeMemberships, shared.policeMemberships);
    await insertRows(tx, programmeMemberships, shared.programmeMemberships);
    for (const plan of PLANS) {
      const history = inventBorough(plan, names.get(plan.code) ?? plan.code, courses, today);
      const { signIn, facts } = history;
      if (signIn) {
        facts.staffPins.push({
          boroughCode: plan.code,
          staffId: signIn.staffId,
          pinHash,
          changedAt: before,
        });
        const value = signIn.path;
        await insertRows(tx, schemaState, [{ name: "demonstration_staff_path", value }]);
      }
      await writeFacts(tx, facts);
      await writeVisits(tx, history, today);
    }
    await addPoliceFacts(tx, today);
    await insertRows(tx, schemaState, [{ name: "demonstration", value: "facts" }]);
  });
}

/** The figures come from the facts, by the code that keeps them and in the role that runs it. */
async function countCoverage(sql: postgres.Sql): Promise<void> {
  for (const { code } of PLANS) {
    const ids = await sql.begin(async (tx) => {
      await tx.unsafe(`SET LOCAL app.borough_codes = '${code}'`);
      const rows = await tx<{ id: string }[]>`
        SELECT id FROM businesses WHERE borough_code = ${code} ORDER BY id`;
      return rows.map((row) => row.id);
    });
    await writeScope({ role: "portal_borough", boroughs: [code] }, async (tx) => {
      const ctx = { tx, boroughCode: code };
      for (let i = 0; i < ids.length; i += REFRESH_BATCH) {
        const teams = await refreshTouched(ctx, ids.slice(i, i + REFRESH_BATCH));
        if (teams.length > 0) await refreshTeams(ctx, teams);
      }
      await refreshBoroughMeasures(ctx, BOROUGH_MEASURES);
    });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const loaded = await seedDemonstration();
    console.log(loaded ? "The demonstration is loaded." : "The demonstration is there already.");
  } catch (error) {
    console.error(
      error instanceof Error ? error.message : "The demonstration could not be loaded.",
    );
    process.exitCode = 1;
  } finally {
    await closeDatabase();
  }
}
