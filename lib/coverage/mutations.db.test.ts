import { setTimeout as wait } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { closeOwner } from "@/lib/db/test/borough";
import { snapshotFigures } from "@/lib/db/test/coverage-oracle";
import { EVERYTHING_MET, type Step } from "@/lib/db/test/coverage-steps";
import { apply, FROM, makeWorld, type Refresh, TO, type World } from "@/lib/db/test/coverage-world";
import { findDifferences, lockStandings, refreshCoverage } from "./refresh";
import { addToCells, sumSteps, writePeriods } from "./refresh-writes";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const sorted = (ids: readonly string[]) => [...new Set(ids)].sort();

interface Parts {
  touched(ids: string[]): string[];
  lock: typeof lockStandings;
  steps: typeof sumSteps;
  add: typeof addToCells;
  /** What happens between the comparison and the writing. */
  found(): Promise<void>;
}

/** refreshCoverage put together from its own parts, with some of them exchanged. */
function refreshWith(faults: Partial<Parts>): Refresh {
  const parts: Parts = {
    touched: (ids) => ids,
    lock: lockStandings,
    steps: sumSteps,
    add: addToCells,
    found: async () => {},
    ...faults,
  };
  return async (ctx, businessIds) => {
    const ids = parts.touched(sorted(businessIds));
    const teams = await parts.lock(ctx, ids);
    const differences = await findDifferences(ctx, ids);
    await parts.found();
    await writePeriods(ctx, differences);
    await parts.add(ctx, parts.steps(differences));
    return teams;
  };
}

const STAGES = ["in_scope", "enrolled", "closed"] as const;
const stages = (which: fc.Arbitrary<number>): fc.Arbitrary<Step> =>
  fc.record({
    kind: fc.constant("stage" as const),
    which,
    day: fc.constantFrom(10, 40, 70, 100, 130),
    stage: fc.constantFrom(...STAGES),
  });
/** Asks every business of the borough for more at once. */
const asks: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant("ask" as const),
  day: fc.nat({ max: 300 }),
  days: fc.integer({ min: 20, max: 60 }),
  aim: fc.constantFrom("prevent" as const, "pursue" as const),
});

async function isTrue(world: World): Promise<boolean> {
  const { told, computed } = await snapshotFigures(world.code, FROM, TO);
  return (
    JSON.stringify(Object.entries(told).sort()) === JSON.stringify(Object.entries(computed).sort())
  );
}

/** One writer: every business reaches everything, then the borough asks for more. */
async function writeAlone(refresh: Refresh): Promise<boolean> {
  const world = await makeWorld(2);
  world.refresh = refresh;
  for (const which of [0, 1]) {
    for (const each of EVERYTHING_MET) await apply(world, { ...each, which } as Step);
  }
  await apply(world, { kind: "ask", day: 60, days: 0, aim: "pursue" });
  return isTrue(world);
}

/** Four businesses that reach everything, and then the recompute that is tried. */
async function makeTrial(refresh: Refresh): Promise<World> {
  const world = await makeWorld(4);
  for (const which of [0, 1, 2, 3]) {
    for (const each of EVERYTHING_MET) await apply(world, { ...each, which } as Step);
  }
  world.refresh = refresh;
  return world;
}

async function outcomeOf(world: World, steps: readonly Step[]) {
  const answers = await Promise.allSettled(steps.map((step) => apply(world, step)));
  if (answers.some((answer) => answer.status === "rejected")) return "refused";
  return (await isTrue(world)) ? "true" : "wrong";
}

/** Eight writers at once, round after round, until a figure is wrong or PostgreSQL refuses an order. */
async function writeTogether(refresh: Refresh, steps: fc.Arbitrary<Step>, rounds: number) {
  const world = await makeTrial(refresh);
  for (let round = 0; round < rounds; round += 1) {
    const outcome = await outcomeOf(world, fc.sample(steps, 8));
    if (outcome !== "true") return outcome;
  }
  return "true";
}

/** Two writers at once, whose recompute waits for the other's at its meeting. */
const writeAtOnce = async (refresh: Refresh, one: Step, other: Step) =>
  outcomeOf(await makeTrial(refresh), [one, other]);

/** Holds the first who comes until the second is there too; alone, nobody waits longer than a while. */
function meetingOfTwo(): () => Promise<void> {
  let open = () => {};
  const both = new Promise<void>((resolve) => {
    open = resolve;
  });
  let here = 0;
  return async () => {
    here += 1;
    if (here === 2) open();
    await Promise.race([both, wait(3_000)]);
  };
}

const closes = (which: number, day: number): Step => ({
  kind: "stage",
  which,
  day,
  stage: "closed",
});

describe("the comparison with the facts", () => {
  it("finds nothing wrong with the recompute put together again", async () => {
    expect(await writeAlone(refreshWith({}))).toBe(true);
    const found = meetingOfTwo();
    expect(await writeAtOnce(refreshWith({ found }), closes(0, 70), closes(0, 100))).toBe("true");
    expect(await writeTogether(refreshCoverage, stages(fc.nat({ max: 3 })), 4)).toBe("true");
    expect(await writeTogether(refreshCoverage, asks, 4)).toBe("true");
  }, 120_000);

  it.each<[string, Partial<Parts>]>([
    ["leaves out a touched business", { touched: (ids) => (ids.length > 1 ? ids.slice(1) : ids) }],
    ["flips a sign", { steps: (rows) => sumSteps(rows).map((s) => ({ ...s, delta: -s.delta })) }],
    [
      "forgets to take away what stood before",
      { steps: (rows) => sumSteps(rows.filter((row) => row.side === "new")) },
    ],
    ["never ends a period", { steps: (rows) => sumSteps(rows).filter((s) => s.delta > 0) }],
  ])(
    "notices a recompute that %s",
    async (_fault, faults) => {
      expect(await writeAlone(refreshWith(faults))).toBe(false);
    },
    60_000,
  );

  it("notices a recompute that takes no lock", async () => {
    const meet = meetingOfTwo();
    const refresh = refreshWith({ lock: async () => [], found: meet });
    const outcome = await writeAtOnce(refresh, closes(0, 70), closes(0, 100));
    expect(["wrong", "refused"]).toContain(outcome);
  }, 60_000);

  it("notices a recompute that locks businesses in no order", async () => {
    const meet = meetingOfTwo();
    let turn = 0;
    const refresh = refreshWith({
      lock: async (ctx, ids) => {
        turn += 1;
        const [first = "", ...others] = turn % 2 === 0 ? ids : ids.toReversed();
        await lockStandings(ctx, [first]);
        await meet();
        for (const id of others) await lockStandings(ctx, [id]);
        return [];
      },
    });
    const ask: Step = { kind: "ask", day: 60, days: 20, aim: "pursue" };
    expect(await writeAtOnce(refresh, ask, ask)).toBe("refused");
  }, 60_000);

  it("notices a recompute that adds to cells in no order", async () => {
    const meet = meetingOfTwo();
    let turn = 0;
    const refresh = refreshWith({
      add: async (ctx, steps) => {
        turn += 1;
        const inOrder = steps.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));
        const [first, ...others] = turn % 2 === 0 ? inOrder : inOrder.reverse();
        if (first) await addToCells(ctx, [first]);
        await meet();
        for (const step of others) await addToCells(ctx, [step]);
      },
    });
    expect(await writeAtOnce(refresh, closes(0, 70), closes(2, 70))).toBe("refused");
  }, 60_000);
});

const keyOf = (step: { measure: string; month: string }) => `${step.measure} ${step.month}`;
