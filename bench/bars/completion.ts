import { randomUUID } from "node:crypto";
import { runCommand } from "@/lib/command";
import { londonDate } from "@/lib/dates";
import { planSession } from "@/lib/group-sessions/commands";
import { enterResults } from "@/lib/group-sessions/results-command";
import { resultField } from "@/lib/group-sessions/schema";
import { completeTraining } from "@/lib/training/attempt-commands";
import { atLeast, median, type Result } from "../support/bar";
import {
  COURSE,
  type Completion,
  completionsASecond,
  makeFirm,
  makeReady,
  type Ready,
} from "../support/completions";
import { makeBorough } from "../support/dataset";

const CLIENTS = 8;
const ROUNDS = 5;
/** Presses of one client in one round. */
const PRESSES = 25;
/** People of one register. */
const PEOPLE = 1_000;
/** Businesses of 40 people in each of the boroughs apart, and in the one where all clients meet. */
const APART = 60;
const TOGETHER = 1_000;

/** The same command, with the standing and the figures left as they were. */
const withoutCoverage: Completion = {
  ...completeTraining,
  run: async (ctx, input) => ({ ...(await completeTraining.run(ctx, input)), touched: [] }),
};

/** Takes a round's people off each client's list. */
function takeRound(lists: readonly Ready[][]): Ready[][] {
  const taken = lists.map((list) => list.splice(0, PRESSES));
  if (taken.some((list) => list.length < PRESSES)) throw new Error("There are too few people.");
  return taken;
}

async function makeApart(): Promise<Ready[][]> {
  const lists: Ready[][] = [];
  for (let n = 0; n < CLIENTS; n += 1) {
    lists.push(await makeReady([(await makeBorough(APART)).code]));
  }
  return lists;
}

function groups(people: readonly Ready[], keyOf: (each: Ready) => string): Ready[][] {
  const found = new Map<string, Ready[]>();
  for (const each of people) {
    const key = keyOf(each);
    found.set(key, [...(found.get(key) ?? []), each]);
  }
  return [...found.values()];
}

/** The people of the fullest ward and sector of one borough; no two clients in one business. */
async function makeTogether(): Promise<Ready[][]> {
  const ready = await makeReady([(await makeBorough(TOGETHER)).code]);
  const [fullest = []] = groups(ready, (each) => each.cell).sort((a, b) => b.length - a.length);
  const lists: Ready[][] = Array.from({ length: CLIENTS }, () => []);
  for (const people of groups(fullest, ({ learner }) => learner.businessId)) {
    lists.sort((a, b) => a.length - b.length)[0]?.push(...people);
  }
  // From business to business, as those apart: few of the presses then move a standing.
  return lists.map((list) => list.sort((a, b) => (a.attemptId < b.attemptId ? -1 : 1)));
}

/** Completions with the figures kept against without, and with all clients in one cell against apart. */
export async function completionCost(): Promise<Result[]> {
  const apart = await makeApart();
  // Figures that were left as they were would be mended by the next press in that business.
  const untold = await makeApart();
  const together = await makeTogether();
  const people = apart.flat().length + together.flat().length;
  await completionsASecond(completeTraining, takeRound(apart));
  await completionsASecond(withoutCoverage, takeRound(untold));
  const rounds: { kept: number; without: number; hot: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const without = await completionsASecond(withoutCoverage, takeRound(untold));
    const kept = await completionsASecond(completeTraining, takeRound(apart));
    rounds.push({
      without,
      kept,
      hot: await completionsASecond(completeTraining, takeRound(together)),
    });
  }
  const detail = {
    clients: CLIENTS,
    completionsARound: CLIENTS * PRESSES,
    people,
    keptASecond: median(rounds.map((round) => round.kept)),
    withoutASecond: median(rounds.map((round) => round.without)),
    hotASecond: median(rounds.map((round) => round.hot)),
  };
  return [
    atLeast("completion-cost", median(rounds.map((r) => r.kept / r.without)), 0.6, detail),
    atLeast("completion-hot", median(rounds.map((r) => r.hot / r.kept)), 0.5, detail),
  ];
}

/** Milliseconds in which one register of a thousand people who all passed is entered. */
async function enterThousand(code: string): Promise<number> {
  const { businessId, staff } = await makeFirm(code, PEOPLE);
  const viewer = {
    ...{ role: "business_manager" as const, userId: randomUUID(), name: "Bench" },
    ...{ boroughCode: code, businessId },
  };
  const today = londonDate(new Date());
  const place = { boroughCode: code };
  const plan = { businessId, courseSlug: COURSE, heldOn: today };
  const { sessionId } = await runCommand(planSession, viewer, plan, place);
  const results = Object.fromEntries(staff.map((id) => [resultField(id), "5"]));
  const began = performance.now();
  const entered = await runCommand(
    enterResults,
    viewer,
    { businessId, sessionId, ...results },
    place,
  );
  const milliseconds = performance.now() - began;
  if (entered.passed !== PEOPLE) throw new Error(`${entered.passed} of ${PEOPLE} have passed.`);
  return milliseconds;
}

/** A thousand completions in one call against a thousand calls of one. */
export async function completionBulk(): Promise<Result[]> {
  const { code } = await makeBorough(400);
  const ready = await makeReady([code]);
  const rounds: { single: number; bulk: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const people = ready.splice(0, PEOPLE);
    if (people.length < PEOPLE) throw new Error("There are too few people.");
    const single = (PEOPLE * 1_000) / (await completionsASecond(completeTraining, [people]));
    rounds.push({ single, bulk: await enterThousand(code) });
  }
  return [
    atLeast("completion-bulk (times)", median(rounds.map((r) => r.single / r.bulk)), 20, {
      completions: PEOPLE,
      singleMilliseconds: median(rounds.map((round) => round.single)),
      bulkMilliseconds: median(rounds.map((round) => round.bulk)),
    }),
  ];
}
