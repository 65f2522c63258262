import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asViewer, runCommand } from "@/lib/command";
import { checkCoverage } from "@/lib/coverage/check";
import { londonDate } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { readScope } from "@/lib/db/scope";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { addPremises, enrolPremises, managerOf, newestAudit } from "@/lib/db/test/premises";
import { Forbidden, NotFound } from "@/lib/errors";
import { recountBorough } from "@/lib/jobs/recount";
import { confirmPractices, declarePractices } from "./commands";
import { addPracticeItem, endPracticeItem } from "./item-commands";
import { listPracticeItems } from "./queries";

const today = londonDate(new Date());
let borough: TestBorough;
let other: TestBorough;
let hotel: string;

const item = {
  sector: "hotel",
  aim: "protect",
  level: "essential",
  title: "Taxis are booked at the desk",
  help: "Reception books a licensed taxi for any guest who asks, and keeps the firm's number.",
  seenOnVisit: "no",
};
const here = () => ({ boroughCode: borough.code });
const listOf = (viewer: TestBorough["officer"], sector = "hotel") =>
  asViewer(viewer, (ctx) => listPracticeItems(ctx, sector));

beforeAll(async () => {
  borough = await mintBorough();
  other = await mintBorough();
  hotel = await addPremises(borough, "The Blue Lantern", "hotel");
  await enrolPremises(borough, hotel, 4);
  const codes = (await listOf(borough.officer))
    .filter((each) => each.aim === "protect" && each.level === "essential")
    .map((each) => each.code);
  const named = { businessId: hotel, itemCodes: codes };
  await runCommand(
    declarePractices,
    managerOf(borough, hotel),
    { ...named, answer: "in_place" },
    here(),
  );
  await runCommand(confirmPractices, borough.officer, named, here());
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const meets = () =>
  asOwner([borough.code], async (tx) => {
    const [row] = await tx<
      { n: number }[]
    >`SELECT coalesce(sum(delta), 0)::int AS n FROM coverage_cells
      WHERE borough_code = ${borough.code} AND measure = 'practices' AND month <= ${today}`;
    return row?.n;
  });
const faults = () =>
  readScope({ role: "portal_borough", boroughs: [borough.code] }, (tx) =>
    checkCoverage({ tx, boroughCode: borough.code }),
  );

describe("a practice of the borough's own", () => {
  it("counts for every business of its sector from the day it is added to the day it ends", async () => {
    expect(await meets()).toBe(1);
    const added = await runCommand(addPracticeItem, borough.admin, item, here());
    expect(added).toEqual({ sector: "hotel", code: "own-taxis-are-booked-at-the-desk" });
    expect((await listOf(borough.officer)).at(-1)).toMatchObject({
      code: added.code,
      ofBorough: true,
      exemptions: [],
    });
    expect(await meets()).toBe(0);
    expect(await newestAudit(borough.code)).toMatchObject({
      action: "practice.add_item",
      details: { sector: "hotel", title: item.title },
    });
    expect(await faults()).toEqual([]);

    await runCommand(endPracticeItem, borough.admin, added, here());
    expect(await meets()).toBe(1);
    expect(await faults()).toEqual([]);
    expect((await listOf(borough.officer)).some((each) => each.ofBorough)).toBe(false);
    await expect(runCommand(endPracticeItem, borough.admin, added, here())).rejects.toThrow(
      NotFound,
    );
  });

  it("gets a code of its own when its title comes back, and is asked of no other sector or borough", async () => {
    const again = await runCommand(addPracticeItem, borough.admin, item, here());
    expect(again.code).toBe("own-taxis-are-booked-at-the-desk-2");
    expect((await listOf(borough.officer, "taxi")).some((each) => each.ofBorough)).toBe(false);
    expect((await listOf(other.officer)).some((each) => each.ofBorough)).toBe(false);
    await runCommand(endPracticeItem, borough.admin, again, here());
  });

  it("changes no figure when it is only good to have", async () => {
    const extra = { ...item, level: "desirable", title: "The lobby is lit at night" };
    await runCommand(addPracticeItem, borough.admin, extra, here());
    expect(await meets()).toBe(1);
    expect(await faults()).toEqual([]);
  });

  it.each([
    ["a title that is there already", { title: "A named person leads on SAFEGUARDING" }, /already/],
    ["no title", { title: " " }, /Enter what/],
    ["a word for a title", { title: "Doors" }, /15 characters/],
    ["a sector that is not there", { sector: "circus" }, /from the list/],
    ["the council's own teams", { sector: "council_team" }, /from the list/],
    ["the borough's own aim", { aim: "prepare" }, /Choose the aim/],
  ])("refuses %s", async (_, wrong, message) => {
    const order = runCommand(addPracticeItem, borough.admin, { ...item, ...wrong }, here());
    await expect(order).rejects.toThrow(message);
  });

  it("is refused to officers, who may not end one either", async () => {
    await expect(runCommand(addPracticeItem, borough.officer, item, here())).rejects.toThrow(
      Forbidden,
    );
    const end = { sector: "hotel", code: "safeguarding-lead" };
    await expect(runCommand(endPracticeItem, borough.officer, end, here())).rejects.toThrow(
      Forbidden,
    );
  });

  it("never ends a published practice, nor another borough's", async () => {
    const published = { sector: "hotel", code: "safeguarding-lead" };
    await expect(runCommand(endPracticeItem, borough.admin, published, here())).rejects.toThrow(
      NotFound,
    );
    const theirs = await runCommand(addPracticeItem, other.admin, item, {
      boroughCode: other.code,
    });
    await expect(runCommand(endPracticeItem, borough.admin, theirs, here())).rejects.toThrow(
      NotFound,
    );
  });
});

it("a recount brings every figure back to its facts, whatever the list became meanwhile", async () => {
  await asOwner(
    [borough.code],
    (tx) => tx`
    INSERT INTO borough_practice_items (borough_code, sector, code, aim, level, title, help, seen_on_visit, from_on)
    VALUES (${borough.code}, 'hotel', 'own-behind-its-back', 'protect', 'essential', 'Behind its back', 'Asked for.', false, ${today})`,
  );
  expect(await faults()).not.toEqual([]);
  await recountBorough(borough.code);
  expect(await faults()).toEqual([]);
  expect(await meets()).toBe(0);
});
