import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addBusiness } from "@/lib/businesses/commands";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { Forbidden, RuleBroken } from "@/lib/errors";
import { countFollowUps } from "./dashboard-queries";
import { assignFollowUps } from "./week-commands";
import { listWeek } from "./week-queries";

let borough: TestBorough;
let other: TestBorough;
let chosen: string[];

const NOTHING = { kind: null, owner: null, after: null };

beforeAll(async () => {
  [borough, other] = [await mintBorough(), await mintBorough()];
  for (const place of [borough, other]) {
    await asOwner([place.code], async (tx) => {
      await tx`INSERT INTO users (id, email, name) VALUES (${place.officer.userId},
        ${`${place.officer.userId}@example.org`}, 'Test Officer') ON CONFLICT DO NOTHING`;
      await tx`INSERT INTO memberships (borough_code, id, user_id, role)
        VALUES (${place.code}, gen_random_uuid(), ${place.officer.userId}, 'borough_officer')`;
    });
  }
  for (const name of ["The Alder", "The Birch", "The Cedar"]) {
    await runCommand(
      addBusiness,
      borough.officer,
      { name, address: "1 Quay", postcode: "W1A 1AA", sector: "hotel", opensLate: "no" },
      { boroughCode: borough.code },
    );
  }
  const { rows } = await asViewer(borough.officer, (ctx) => listWeek(ctx, borough.code, NOTHING));
  chosen = rows.map((row) => `${row.businessId}|${row.kind}`);
});

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const week = (owner: string | null) =>
  asViewer(borough.officer, (ctx) => listWeek(ctx, borough.code, { ...NOTHING, owner }));

describe("an officer's week", () => {
  it("lists what the dashboard counts, each with its reason", async () => {
    const counts = await asViewer(borough.officer, (ctx) => countFollowUps(ctx, borough.code));
    const { rows, total } = await week(null);
    expect(counts).toEqual({ invite: 3 });
    expect(rows.map((row) => [row.name, row.kind])).toHaveLength(3);
    expect(total).toBe(3);
  });

  it("is handed over to a colleague, and is then theirs", async () => {
    const { count } = await runCommand(
      assignFollowUps,
      borough.admin,
      { chosen: chosen.slice(0, 2), userId: borough.officer.userId },
      { boroughCode: borough.code },
    );
    expect(count).toBe(2);
    expect((await week(borough.officer.userId)).total).toBe(2);
    expect((await week("nobody")).total).toBe(1);
  });

  it.each([
    ["somebody of another borough", () => other.officer.userId],
    ["nobody known", () => "11111111-1111-4111-8111-111111111111"],
  ])("is not handed to %s", async (_, userId) => {
    const order = { chosen: chosen.slice(2), userId: userId() };
    await expect(
      runCommand(assignFollowUps, borough.officer, order, { boroughCode: borough.code }),
    ).rejects.toThrow(RuleBroken);
  });

  it("says so when what was ticked is not there any more", async () => {
    const gone = {
      chosen: [`${chosen[0]?.split("|")[0]}|overdue`],
      userId: borough.officer.userId,
    };
    await expect(
      runCommand(assignFollowUps, borough.officer, gone, { boroughCode: borough.code }),
    ).rejects.toThrow("done meanwhile");
  });

  it("is no order for police, nor in another borough", async () => {
    const order = { chosen, userId: borough.officer.userId };
    await expect(
      runCommand(assignFollowUps, borough.police, order, { boroughCode: borough.code }),
    ).rejects.toThrow(Forbidden);
    await expect(
      runCommand(assignFollowUps, other.officer, order, { boroughCode: borough.code }),
    ).rejects.toThrow(Forbidden);
  });
});
