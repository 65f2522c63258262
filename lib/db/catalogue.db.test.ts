import { afterAll, describe, expect, it } from "vitest";
import { findWallFaults } from "./catalogue";
import { closeOwner, ownerClient } from "./test/borough";
import { faultsAfter } from "./test/wall-faults";

afterAll(closeOwner);

describe("the catalogue", () => {
  it("is exactly what the code declares", async () => {
    expect(await findWallFaults(ownerClient())).toEqual([]);
  });

  it.each([
    ["a new table without walls", "CREATE TABLE notes (borough_code text, id uuid)"],
    ["row security that is off", "ALTER TABLE businesses DISABLE ROW LEVEL SECURITY"],
    ["row security that spares the owner", "ALTER TABLE businesses NO FORCE ROW LEVEL SECURITY"],
    ["a policy that was dropped", "DROP POLICY borough ON staff_members"],
    ["a policy that lets everything through", "ALTER POLICY borough ON staff_members USING (true)"],
    ["a check that lets everything in", "ALTER POLICY borough ON staff_members WITH CHECK (true)"],
    [
      "one more policy",
      "CREATE POLICY more ON staff_members FOR SELECT TO portal_police USING (true)",
    ],
    ["a column granted besides", "GRANT SELECT (name) ON staff_members TO portal_police"],
    ["a table granted besides", "GRANT SELECT ON users TO portal_borough"],
    ["a grant to everybody", "GRANT SELECT ON boroughs TO PUBLIC"],
    ["a grant that is missing", "REVOKE SELECT ON businesses FROM portal_borough"],
    ["TRUNCATE", "GRANT TRUNCATE ON businesses TO portal_borough"],
    [
      "a function with the owner's rights",
      "CREATE FUNCTION peek() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM users'",
    ],
    [
      "a trigger that was switched off",
      "ALTER TABLE lessons DISABLE TRIGGER lessons_come_with_their_version",
    ],
    ["a trigger that was dropped", "DROP TRIGGER questions_come_with_their_version ON questions"],
    ["a view with the owner's rights", "CREATE VIEW everybody AS SELECT * FROM users"],
    ["a materialised view", "CREATE MATERIALIZED VIEW everybody AS SELECT * FROM boroughs"],
  ])("shows %s", async (_, statement) => {
    expect(await faultsAfter(statement)).not.toEqual([]);
  });

  it("shows a sequence that was granted", async () => {
    const faults = await faultsAfter(
      "CREATE SEQUENCE counting",
      "GRANT USAGE ON SEQUENCE counting TO portal_borough",
    );
    expect(faults).toContain("The sequence counting is granted to portal_borough.");
  });
});
