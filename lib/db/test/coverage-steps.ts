import fc from "fast-check";
import { STAGES } from "@/lib/db/schema/businesses";
import type { PracticeChange } from "@/lib/db/schema/practices";

/** One thing that may happen to a borough's facts; numbers pick among what is there. */
export type Step =
  | { kind: "stage"; which: number; day: number; stage: (typeof STAGES)[number] }
  | { kind: "headcount"; which: number; day: number; headcount: number }
  | { kind: "join"; which: number; day: number; manager: boolean; confirmed: boolean }
  | { kind: "leave"; which: number; who: number; day: number }
  | { kind: "certify"; which: number; who: number; day: number; course: string; months: number }
  | { kind: "revoke"; which: number; who: number; day: number }
  | { kind: "move"; which: number; sector: string; ward: string | null; late: boolean }
  | { kind: "lead"; which: number; who: number; day: number }
  | { kind: "shift"; which: number; day: number; days: number }
  | { kind: "roster"; which: number; who: number; shift: number | "all"; day: number; days: number }
  | { kind: "practise"; which: number; item: number; day: number; change: PracticeChange }
  | { kind: "practise all"; which: number; day: number; months: number }
  | { kind: "ask"; day: number; days: number; aim: "prevent" | "protect" | "pursue" }
  | { kind: "threshold"; day: number; share: number };

const which = fc.nat({ max: 3 });
const who = fc.nat({ max: 2 });
const day = fc.nat({ max: 700 });
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("stage" as const),
      which,
      day,
      stage: fc.constantFrom(...STAGES),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("headcount" as const),
      which,
      day,
      headcount: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("join" as const),
      which,
      day: fc.nat({ max: 90 }),
      manager: fc.boolean(),
      confirmed: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("leave" as const), which, who, day }) },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant("certify" as const),
      which,
      who,
      day,
      course: fc.constantFrom("spot-the-signs", "reporting"),
      months: fc.integer({ min: 1, max: 20 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("revoke" as const), which, who, day }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("move" as const),
      which,
      sector: fc.constantFrom("hotel", "taxi", "licensed_premises", "council_team"),
      ward: fc.constantFrom("Riverside", null),
      late: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("lead" as const), which, who, day }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("shift" as const),
      which,
      day,
      days: fc.nat({ max: 400 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("roster" as const),
      which,
      who,
      shift: fc.constantFrom<number | "all">(0, 1, 2, "all"),
      day,
      days: fc.nat({ max: 400 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("practise" as const),
      which,
      item: fc.nat({ max: 12 }),
      day,
      change: fc.constantFrom<PracticeChange>(
        "declared_in_place",
        "declared_not_yet",
        "declared_not_applicable",
        "confirmed",
        "returned",
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("practise all" as const),
      which,
      day,
      months: fc.integer({ min: 1, max: 14 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("ask" as const),
      day,
      days: fc.nat({ max: 300 }),
      aim: fc.constantFrom("prevent" as const, "protect" as const, "pursue" as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("threshold" as const),
      day,
      share: fc.integer({ min: 50, max: 100 }),
    }),
  },
);

/** What it takes to meet every measure, so that random steps have something to undo. */
export const EVERYTHING_MET: readonly Step[] = [
  { kind: "headcount", which: 0, day: 1, headcount: 1 },
  { kind: "join", which: 0, day: 2, manager: true, confirmed: true },
  { kind: "certify", which: 0, who: 0, day: 3, course: "spot-the-signs", months: 14 },
  { kind: "certify", which: 0, who: 0, day: 3, course: "reporting", months: 14 },
  { kind: "lead", which: 0, who: 0, day: 4 },
  { kind: "shift", which: 0, day: 5, days: 0 },
  { kind: "roster", which: 0, who: 0, shift: "all", day: 6, days: 0 },
  { kind: "practise all", which: 0, day: 7, months: 12 },
];
