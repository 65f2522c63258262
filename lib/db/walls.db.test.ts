import { afterAll, describe, expect, it } from "vitest";
import { findWallFaults } from "./catalogue";
import { LOOKUP_FUNCTIONS } from "./lookup";
import { WALLED_TABLES } from "./policies";
import { closeOwner, ownerClient } from "./test/borough";
import { faultsAfter } from "./test/wall-faults";

const TABLES = Object.keys(WALLED_TABLES);

afterAll(closeOwner);

describe("the check of the walls", () => {
  it("finds nothing wrong with a migrated database", async () => {
    expect(await findWallFaults(ownerClient())).toEqual([]);
  });

  it.each(TABLES)("sees when %s loses its row security", async (table) => {
    expect(await faultsAfter(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`)).not.toEqual([]);
    expect(await faultsAfter(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`)).not.toEqual([]);
  });

  it.each(TABLES)("sees when the borough's policy of %s is dropped or weakened", async (table) => {
    expect(await faultsAfter(`DROP POLICY borough ON ${table}`)).not.toEqual([]);
    expect(await faultsAfter(`ALTER POLICY borough ON ${table} USING (true)`)).not.toEqual([]);
    expect(await faultsAfter(`ALTER POLICY borough ON ${table} WITH CHECK (true)`)).not.toEqual([]);
    expect(
      await faultsAfter(
        `CREATE POLICY also ON ${table} FOR SELECT TO portal_business USING (true)`,
      ),
    ).not.toEqual([]);
  });

  it("sees when a policy that narrows a role is dropped", async () => {
    const narrowing = await ownerClient()<{ tablename: string; policyname: string }[]>`
      SELECT tablename, policyname FROM pg_policies WHERE permissive = 'RESTRICTIVE'`;
    expect(narrowing.length).toBeGreaterThan(10);
    for (const { tablename, policyname } of narrowing) {
      expect(await faultsAfter(`DROP POLICY ${policyname} ON ${tablename}`)).not.toEqual([]);
    }
  });

  it("sees a table that nobody walled", async () => {
    const faults = await faultsAfter("CREATE TABLE forgotten (borough_code text, secret text)");
    expect(faults.join(" ")).toContain("forgotten");
  });

  it.each([
    ["a grant too many", "GRANT SELECT ON staff_members TO portal_police"],
    ["a single column too many", "GRANT SELECT (name) ON staff_members TO portal_police"],
    ["truncate", "GRANT TRUNCATE ON businesses TO portal_borough"],
    ["an audit row that may be changed", "GRANT UPDATE ON audit_entries TO portal_borough"],
    ["a grant to everybody", "GRANT SELECT ON users TO PUBLIC"],
    ["a grant missing", "REVOKE SELECT ON businesses FROM portal_police"],
    ["a view that runs as its owner", "CREATE VIEW peep AS SELECT * FROM staff_members"],
    [
      "a definer function nobody declared",
      "CREATE FUNCTION peep() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM users'",
    ],
  ])("sees %s", async (_what, change) => {
    expect(await faultsAfter(change)).not.toEqual([]);
  });

  it("sees when a lookup function may be called by others, or changes its owner", async () => {
    for (const { signature } of LOOKUP_FUNCTIONS) {
      expect(
        await faultsAfter(`GRANT EXECUTE ON FUNCTION ${signature} TO portal_police`),
      ).not.toEqual([]);
      expect(await faultsAfter(`ALTER FUNCTION ${signature} OWNER TO CURRENT_USER`)).not.toEqual(
        [],
      );
    }
  });
});
