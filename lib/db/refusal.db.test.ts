import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { env } from "@/lib/env";
import { findLoginFaults, findRefusals } from "./refusal";
import { closeOwner, ownerClient } from "./test/borough";

const superuserUrl = process.env.DATABASE_SUPERUSER_URL;
const clients: postgres.Sql[] = [];

function client(url: string): postgres.Sql {
  const made = postgres(url, { max: 1, onnotice: () => {} });
  clients.push(made);
  return made;
}

afterAll(async () => {
  await Promise.all(clients.map((made) => made.end({ timeout: 5 })));
  await closeOwner();
});

class Undo extends Error {}

/** What start-up says to a login made with these options, which is then undone. */
async function saidTo(options: string, ...further: string[]): Promise<string[]> {
  let faults: string[] = [];
  const undone = client(superuserUrl ?? "").begin(async (tx) => {
    await tx.unsafe(`CREATE ROLE portal_test_login LOGIN ${options}`);
    for (const statement of further) await tx.unsafe(statement);
    await tx.unsafe("SET LOCAL SESSION AUTHORIZATION portal_test_login");
    faults = await findLoginFaults(tx);
    throw new Undo();
  });
  await undone.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  return faults;
}

describe("start-up", () => {
  it("takes the login the portal is meant to use", async () => {
    expect(await findRefusals(client(env().DATABASE_URL), { demonstration: true })).toEqual([]);
  });

  it("refuses the owner of the tables", async () => {
    const faults = await findLoginFaults(ownerClient());
    expect(faults.some((fault) => fault.includes("owns tables"))).toBe(true);
  });

  it("refuses a database with demonstration accounts that is not the demonstration", async () => {
    const email = "start-up-test@example.org";
    await ownerClient()`
      INSERT INTO users (id, email, name, demonstration)
      VALUES (gen_random_uuid(), ${email}, 'Test Person', true)`;
    try {
      const faults = await findRefusals(client(env().DATABASE_URL), { demonstration: false });
      expect(faults).toEqual([
        "This database holds demonstration accounts, and this is not the demonstration.",
      ]);
    } finally {
      await ownerClient()`DELETE FROM users WHERE email = ${email}`;
    }
  });

  describe.skipIf(!superuserUrl)("with a login made for the test", () => {
    it.each([
      ["a superuser", "SUPERUSER", [], "superuser"],
      ["BYPASSRLS", "NOINHERIT BYPASSRLS", [], "BYPASSRLS"],
      ["one that inherits", "INHERIT", [], "inherits"],
      ["one that makes roles", "NOINHERIT CREATEROLE", [], "create roles"],
      [
        "one that can become the owner",
        "NOINHERIT",
        ["GRANT portal_owner TO portal_test_login"],
        "become the owner",
      ],
      [
        "one that can become the lookup role",
        "NOINHERIT",
        ["GRANT portal_lookup TO portal_test_login"],
        "portal_lookup",
      ],
      [
        "one that owns a table",
        "NOINHERIT",
        ["CREATE TABLE mine (id int)", "ALTER TABLE mine OWNER TO portal_test_login"],
        "owns tables",
      ],
    ])("refuses %s", async (_, options, further, said) => {
      expect((await saidTo(options, ...further)).join(" ")).toContain(said);
    });

    it("takes one without any of that", async () => {
      expect(await saidTo("NOINHERIT")).toEqual([]);
    });
  });
});
