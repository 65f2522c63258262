import { FOLLOW_UPS, type FollowUpId } from "@/lib/businesses/follow-up-kinds";
import { plural } from "@/lib/format";
import type { UntrainedGroup } from "./dashboard-queries";

export interface NextAction {
  id: string;
  title: string;
  reason: string;
  gain: string;
  /** Something is about to be lost rather than won. */
  warning: boolean;
  button: string;
  /** Query of the businesses list that shows exactly these. */
  filter: string;
}

/** What doing it would change, where that can be said. */
const GAINS: Partial<Record<FollowUpId, (n: string) => string>> = {
  overdue: (n) => `+${n} trained`,
  declarations: (n) => `+${n} confirmed`,
  staff: () => "people counted",
  assignment: (n) => `+${n} asked`,
  headcount: () => "a true count",
  lapsing: (n) => `−${n} if not`,
  visit: (n) => `${n} to see`,
  actions: (n) => `${n} due`,
  answer: (n) => `+${n} enrolled`,
  invite: (n) => `+${n} enrolled`,
  exclusion: (n) => `${n} to look at`,
};

/** Businesses in one ward and sector with nobody trained: worth a visit together when there are three. */
const WORTH_A_ROUND = 3;

/**
 * What to do next, in order of effect: a round of visits where nobody is trained, then what keeps
 * people from being covered, what is close to being done before what is far. Only work that exists.
 */
export function nextActions(
  counts: Partial<Record<FollowUpId, number>>,
  groups: readonly UntrainedGroup[],
  sectors: readonly { code: string; pluralLabel: string }[],
): NextAction[] {
  const rounds = groups
    .filter((group) => group.ward !== "" && group.businesses >= WORTH_A_ROUND)
    .slice(0, 1)
    .map((group) => {
      const sector = sectors.find(({ code }) => code === group.sector)?.pluralLabel ?? "businesses";
      const late = group.late > 0 ? `; ${group.late} open after 11pm` : "";
      return {
        id: "round",
        title: `Visit ${group.businesses} ${sector.toLowerCase()} in ${group.ward}`,
        reason: `Nobody is trained at any of them${late}.`,
        gain: `+${group.businesses} begun`,
        warning: false,
        button: "See which",
        filter: new URLSearchParams({
          sector: group.sector,
          ward: group.ward,
          gap: "anyone_trained",
        }).toString(),
      };
    });
  const waiting = FOLLOW_UPS.flatMap((kind) => {
    const count = counts[kind.id] ?? 0;
    if (count <= 0) return [];
    const n = count.toLocaleString("en-GB");
    return [
      {
        id: kind.id,
        title: kind.title(plural(count, "business", "businesses")),
        reason: kind.why,
        gain: GAINS[kind.id]?.(n) ?? "",
        warning: kind.id === "lapsing",
        button: kind.button,
        filter: kind.id === "exclusion" ? "stage=excluded&waiting=exclusion" : `waiting=${kind.id}`,
      },
    ];
  });
  return [...rounds, ...waiting];
}
