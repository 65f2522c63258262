import type { SectorCode } from "./places";

/** What a business has come to by today; the order is that of the journey. */
export const FATES = [
  "untouched",
  "invited_recently",
  "invited_long_ago",
  "no_headcount",
  "not_assigned",
  "in_progress",
  "overdue",
  "covered",
  "lapsing",
  "lapsed",
  "excluded",
  "closed",
] as const;
export type Fate = (typeof FATES)[number];

export interface BoroughPlan {
  code: string;
  slug: string;
  /** Months since the borough began, about. */
  months: number;
  sizes: Record<SectorCode, number>;
  /** Shares, out of their sum. */
  fates: Record<Fate, number>;
  /** Imported a licensing register, twice. */
  registers: boolean;
  outward: readonly string[];
}

const shares = (...list: readonly number[]): Record<Fate, number> =>
  Object.fromEntries(FATES.map((fate, i) => [fate, list[i] ?? 0])) as Record<Fate, number>;

const FURTHEST = shares(16, 5, 8, 3, 4, 8, 8, 34, 4, 4, 3, 3);
const FURTHER = shares(24, 5, 9, 3, 4, 8, 9, 24, 4, 4, 3, 3);
const HALFWAY = shares(30, 8, 10, 3, 3, 10, 8, 20, 0, 0, 4, 4);
const EARLY = shares(52, 14, 8, 3, 3, 8, 4, 8);

function later(
  code: string,
  slug: string,
  months: number,
  sizes: readonly [hotel: number, taxi: number, licensed: number],
  fates: Record<Fate, number>,
  outward: readonly string[],
): BoroughPlan {
  const [hotel, taxi, licensed] = sizes;
  const bySector = { hotel, taxi, licensed_premises: licensed };
  return { code, slug, months, sizes: bySector, fates, registers: false, outward };
}

/**
 * Three boroughs in full use, twelve that began later and are smaller, so that the map of London has
 * several shades; the other eighteen are not set up and show as "no data".
 */
export const PLANS: readonly BoroughPlan[] = [
  {
    ...later("E09000033", "westminster", 15, [58, 24, 126], FURTHER, [
      "W1",
      "W2",
      "SW1",
      "WC2",
      "NW8",
    ]),
    registers: true,
  },
  {
    ...later("E09000020", "kensington-chelsea", 15, [44, 16, 72], FURTHEST, [
      "W8",
      "W11",
      "SW3",
      "SW7",
    ]),
    registers: true,
  },
  {
    ...later("E09000013", "hammersmith-fulham", 15, [16, 20, 60], FURTHER, [
      "W6",
      "W12",
      "W14",
      "SW6",
    ]),
    registers: true,
  },
  later("E09000007", "camden", 9, [18, 8, 34], HALFWAY, ["NW1", "NW3", "WC1"]),
  later("E09000001", "city-of-london", 10, [12, 2, 22], FURTHEST, ["EC2", "EC3", "EC4"]),
  later("E09000028", "southwark", 8, [14, 10, 30], HALFWAY, ["SE1", "SE15"]),
  later("E09000022", "lambeth", 8, [10, 10, 30], HALFWAY, ["SE11", "SW2", "SW9"]),
  later("E09000019", "islington", 7, [8, 8, 28], FURTHER, ["N1", "N5", "N7"]),
  later("E09000030", "tower-hamlets", 6, [10, 8, 22], EARLY, ["E1", "E3", "E14"]),
  later("E09000017", "hillingdon", 9, [24, 14, 8], FURTHEST, ["UB3", "UB7", "UB8"]),
  later("E09000018", "hounslow", 6, [12, 14, 10], HALFWAY, ["TW3", "TW5", "TW6"]),
  later("E09000032", "wandsworth", 5, [4, 8, 20], EARLY, ["SW11", "SW18"]),
  later("E09000025", "newham", 4, [8, 8, 12], EARLY, ["E6", "E15", "E16"]),
  later("E09000008", "croydon", 6, [4, 8, 12], HALFWAY, ["CR0", "CR2"]),
  later("E09000012", "hackney", 3, [3, 5, 12], EARLY, ["E8", "E9", "N16"]),
];

/** One fate a business, in the plan's shares; what rounding leaves is untouched. */
export function dealFates(plan: BoroughPlan): Fate[] {
  const total = plan.sizes.hotel + plan.sizes.taxi + plan.sizes.licensed_premises;
  const sum = Object.values(plan.fates).reduce((all, share) => all + share, 0);
  const dealt = FATES.slice(1).flatMap((fate) =>
    Array.from({ length: Math.floor((total * plan.fates[fate]) / sum) }, () => fate),
  );
  return [...dealt, ...Array.from({ length: total - dealt.length }, () => FATES[0])];
}
