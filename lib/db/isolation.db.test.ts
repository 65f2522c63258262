import fc from "fast-check";
import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { env } from "@/lib/env";
import { guardedClient } from "./guard";
import { WALLED_TABLES } from "./policies";
import { PORTAL_ROLES, type PortalRole, scopeStatements } from "./scope";
import { asOwner, closeOwner, mintBorough, ownerClient } from "./test/borough";
import { fillBorough } from "./test/fill";

const RUNS = process.env.OMS_LONG ? 100_000 : 3_000;
const TABLES = Object.keys(WALLED_TABLES);
/** Roles whose reads may reach rows of another borough by design, and in which tables. */
const COUNTS = new Set(
  ["portal_police", "portal_programme"].flatMap((role) =>
    ["coverage_cells", "coverage_totals"].map((table) => `${role} ${table}`),
  ),
);

let mine: string;
let foreign: string;
let client: postgres.Sql;
const ids: Record<string, { business: string; staff: string; user: string }> = {};

beforeAll(async () => {
  mine = (await mintBorough()).code;
  foreign = (await mintBorough()).code;
  for (const code of [mine, foreign]) {
    await fillBorough(code);
    const row = await ownerClient().begin(async (tx) => {
      await tx.unsafe(`SET LOCAL app.borough_codes = '${code}'`);
      return tx`SELECT s.business_id, s.id, m.user_id FROM staff_members s, memberships m LIMIT 1`;
    });
    ids[code] = { business: row[0]?.business_id, staff: row[0]?.id, user: row[0]?.user_id };
  }
  client = guardedClient(env().DATABASE_URL, { max: 4 });
});
afterAll(async () => {
  await client.end({ timeout: 2 });
  await closeOwner();
});

type Verb = "read" | "insert" | "update" | "delete";

/** Tries one thing as a role scoped to `mine`; answers how many of `foreign`'s rows it saw or touched. */
async function attempt(
  role: PortalRole,
  table: string,
  verb: Verb,
  scoped: boolean,
): Promise<number> {
  const own = ids[mine];
  const statements = scopeStatements({
    role,
    boroughs: scoped ? [mine] : [],
    userId: own?.user,
    businessId: own?.business,
    staffId: own?.staff,
  });
  let touched = 0;
  const stop = new Error("roll back");
  await client
    .begin(async (tx) => {
      await tx.unsafe(statements);
      touched = await run(tx, table, verb);
      throw stop;
    })
    .catch((error: unknown) => {
      const refused =
        typeof error === "object" && error !== null && "code" in error && error.code === "42501";
      if (error !== stop && !refused) throw error;
    });
  return touched;
}

async function run(tx: postgres.TransactionSql, table: string, verb: Verb): Promise<number> {
  const name = tx(table);
  if (verb === "read") {
    const rows = await tx`SELECT borough_code FROM ${name}`;
    return rows.filter((row) => row.borough_code !== mine).length;
  }
  if (verb === "update") {
    return (
      await tx`UPDATE ${name} SET borough_code = borough_code WHERE borough_code = ${foreign}`
    ).count;
  }
  if (verb === "delete")
    return (await tx`DELETE FROM ${name} WHERE borough_code = ${foreign}`).count;
  return (await tx`INSERT INTO ${name} (borough_code) VALUES (${foreign})`).count;
}

describe("the walls between boroughs", () => {
  it("fill every walled table, so that an empty one proves nothing", async () => {
    for (const table of TABLES) {
      const rows = await ownerClient().begin(async (tx) => {
        await tx.unsafe(`SET LOCAL app.borough_codes = '${foreign}'`);
        return tx`SELECT 1 FROM ${tx(table)} WHERE borough_code = ${foreign} LIMIT 1`;
      });
      expect(rows.length, `${table} has no row to protect`).toBe(1);
    }
  });

  it("let no role see or touch a row of another borough", async () => {
    const operation = fc.record({
      role: fc.constantFrom(...PORTAL_ROLES),
      table: fc.constantFrom(...TABLES),
      verb: fc.constantFrom<Verb>("read", "insert", "update", "delete"),
      scoped: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(operation, async ({ role, table, verb, scoped }) => {
        expect(await attempt(role, table, verb, scoped), `${role} ${verb} ${table}`).toBe(0);
      }),
      { numRuns: RUNS },
    );
  }, 1_800_000);

  it("open another borough's counts, and nothing else, to police and the programme team", async () => {
    for (const role of ["portal_police", "portal_programme"] as const) {
      const statements = scopeStatements({ role, boroughs: [mine], countBoroughs: [foreign] });
      for (const table of TABLES) {
        const seen = await client
          .begin(async (tx) => {
            await tx.unsafe(statements);
            const rows =
              await tx`SELECT borough_code FROM ${tx(table)} WHERE borough_code = ${foreign}`;
            return rows.length;
          })
          .catch(() => 0);
        if (COUNTS.has(`${role} ${table}`)) expect(seen).toBeGreaterThan(0);
        else expect(seen, `${role} ${table}`).toBe(0);
      }
    }
  });

  it("show a role its own borough's rows, so that refusing everything would fail", async () => {
    const statements = scopeStatements({ role: "portal_borough", boroughs: [mine] });
    const seen = await client.begin(async (tx) => {
      await tx.unsafe(statements);
      const rows = await tx`SELECT borough_code FROM businesses`;
      return rows.map((row) => row.borough_code);
    });
    expect(new Set(seen)).toEqual(new Set([mine]));
  });
});

describe("the walls inside a borough", () => {
  const PERSONAL = [
    "address",
    "easting",
    "northing",
    "confirmed_by",
    "name",
    "name_key",
    "email",
    "contact_email",
    "contact_phone",
    "pin_hash",
    "user_id",
    "confirmed_by",
    "entered_by",
    "assigned_to",
    "visited_by",
    "owner_id",
    "lead_name",
    "lead_post",
  ];

  it("give police no personal column of any table", async () => {
    const granted = await ownerClient()`
      SELECT table_name, column_name FROM information_schema.column_privileges
      WHERE grantee = 'portal_police' AND privilege_type = 'SELECT' AND table_schema = 'public'`;
    const personal = granted
      .filter((row) => PERSONAL.includes(row.column_name))
      .map((row) => `${row.table_name}.${row.column_name}`);
    // Names of premises, boroughs, areas and schema facts are not names of people.
    expect(personal.sort()).toEqual(["boroughs.name", "businesses.name", "police_areas.name"]);
  });

  it("keep a manager and a learner to their own business in every table that names one", async () => {
    const other = "11111111-1111-4111-8111-111111111111";
    for (const role of ["portal_business", "portal_staff"] as const) {
      const statements = scopeStatements({
        role,
        boroughs: [mine],
        businessId: other,
        staffId: other,
        userId: other,
      });
      for (const table of TABLES) {
        const column = table === "businesses" ? "id" : "business_id";
        const rows = await client
          .begin(async (tx) => {
            await tx.unsafe(statements);
            return tx`SELECT ${tx(column)} FROM ${tx(table)} WHERE ${tx(column)} = ${ids[mine]?.business ?? ""}`;
          })
          .catch((error: { code?: string }) => {
            if (error.code === "42501" || error.code === "42703") return [];
            throw error;
          });
        expect(rows.length, `${role} ${table}`).toBe(0);
      }
    }
  });

  it("show nobody how often a learner tried", async () => {
    const tried = await asOwner([mine], async (tx) => {
      await tx`INSERT INTO audit_entries (borough_code, id, actor_role, action, subject_type, subject_id, business_id, fields, details)
        SELECT ${mine}, gen_random_uuid(), role, 'training.start_attempt', 'attempt', 'x', ${ids[mine]?.business ?? null}, '{}', '{}'
        FROM unnest(ARRAY['staff', 'business_manager']) AS role`;
      return tx`SELECT 1 FROM audit_entries WHERE action = 'training.start_attempt'`;
    });
    expect(tried.length).toBe(2);
    for (const role of ["portal_borough", "portal_business"] as const) {
      const seen = await client.begin(async (tx) => {
        await tx.unsafe(
          scopeStatements({ role, boroughs: [mine], businessId: ids[mine]?.business }),
        );
        return tx`SELECT actor_role FROM audit_entries WHERE action = 'training.start_attempt'`;
      });
      expect(
        seen.map((row) => row.actor_role),
        role,
      ).toEqual(["business_manager"]);
    }
  });

  it("let nobody truncate, and nobody change or delete an audit row", async () => {
    const grants = await ownerClient()`
      SELECT grantee, table_name, privilege_type FROM information_schema.table_privileges
      WHERE grantee LIKE 'portal\\_%' AND grantee <> 'portal_owner' AND (privilege_type = 'TRUNCATE'
        OR (table_name LIKE 'audit%' AND privilege_type IN ('UPDATE', 'DELETE')))`;
    expect([...grants]).toEqual([]);
  });
});
