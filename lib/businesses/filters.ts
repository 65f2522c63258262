import { isUuid } from "@/lib/auth/ids";
import type { Stage } from "@/lib/db/schema/businesses";
import { FOLLOW_UPS, type FollowUpId } from "./follow-up-kinds";
import { STAGE_LABELS } from "./model";

/** Measures and aims a list can be asked for; the same ids as lib/coverage/model counts. */
const MEASURED_LABELS = {
  prevent: "Prevent",
  enrolled: "Enrolled",
  trained: "Trained",
  anyone_trained: "Anybody trained",
  night_cover: "Night cover",
  materials: "Materials on display",
  protect: "Protect",
  safeguarding_lead: "Safeguarding lead",
  practices: "Working practices",
  pursue: "Pursue",
  reporting_route: "Ready to report",
  records: "Records seen",
} as const;
export type Measured = keyof typeof MEASURED_LABELS;
export const MEASURED = Object.keys(MEASURED_LABELS) as Measured[];

const WAITING = FOLLOW_UPS.map(({ id }) => id);

export const STAGE_CHOICES = [
  { value: "", label: "All in scope" },
  { value: "in_scope", label: STAGE_LABELS.in_scope },
  { value: "invited", label: STAGE_LABELS.invited },
  { value: "enrolled", label: STAGE_LABELS.enrolled },
  { value: "excluded", label: STAGE_LABELS.excluded },
  { value: "closed", label: STAGE_LABELS.closed },
  { value: "all", label: "Closed and excluded too" },
] as const;
export type StageChoice = Stage | "" | "all";

/** What a list of businesses is narrowed to. An empty stage means every business in scope. */
export interface BusinessFilter {
  search: string;
  sector: string;
  stage: StageChoice;
  meets: Measured | null;
  gap: Measured | null;
  /** Open after 11pm. */
  late: boolean;
  /** The id of the company behind them. */
  operator: string;
  waiting: FollowUpId | null;
  /** A ward's name, or WARD_NOT_KNOWN. */
  ward: string;
}

/** Stands for businesses without a ward: as an address says it. */
export const WARD_NOT_KNOWN = "not-known";

export type Params = Record<string, string | string[] | undefined>;

const one = (params: Params, name: string): string => {
  const value = params[name];
  return (Array.isArray(value) ? (value[0] ?? "") : (value ?? "")).trim();
};
const among = <T extends string>(list: readonly T[], value: string): T | null =>
  list.find((each) => each === value) ?? null;

/** The filter in an address; what it does not know is left out. */
export function readFilter(params: Params): BusinessFilter {
  const stages = STAGE_CHOICES.map((choice) => choice.value);
  return {
    search: one(params, "search").slice(0, 100),
    sector: one(params, "sector").slice(0, 60),
    stage: among<StageChoice>(stages, one(params, "stage")) ?? "",
    meets: among(MEASURED, one(params, "meets")),
    gap: among(MEASURED, one(params, "gap")),
    late: one(params, "late") === "1",
    operator: isUuid(one(params, "operator")) ? one(params, "operator") : "",
    waiting: among(WAITING, one(params, "waiting")),
    ward: one(params, "ward").slice(0, 80),
  };
}

/** The filter as name and value pairs, for an address or hidden inputs; only what is set. */
export function filterPairs(filter: BusinessFilter): [string, string][] {
  const pairs: [string, string][] = [
    ["search", filter.search],
    ["sector", filter.sector],
    ["stage", filter.stage],
    ["meets", filter.meets ?? ""],
    ["gap", filter.gap ?? ""],
    ["late", filter.late ? "1" : ""],
    ["operator", filter.operator],
    ["waiting", filter.waiting ?? ""],
    ["ward", filter.ward],
  ];
  return pairs.filter(([, value]) => value !== "");
}

/** The address of a list with this filter, and more pairs such as the place in it. */
export function filterHref(
  path: string,
  filter: BusinessFilter,
  more: readonly [string, string][] = [],
): string {
  const query = new URLSearchParams([...filterPairs(filter), ...more]).toString();
  return query ? `${path}?${query}` : path;
}

/** The filters in force as words, each with the address without it. */
export function filterTags(
  path: string,
  filter: BusinessFilter,
  sectors: readonly { code: string; label: string }[],
): { label: string; removeHref: string }[] {
  const tag = (label: string, change: Partial<BusinessFilter>) => ({
    label,
    removeHref: filterHref(path, { ...filter, ...change }),
  });
  const sector = sectors.find((each) => each.code === filter.sector);
  const stage = STAGE_CHOICES.find((choice) => choice.value === filter.stage);
  const waiting = FOLLOW_UPS.find(({ id }) => id === filter.waiting);
  return [
    ...(filter.search ? [tag(`“${filter.search}”`, { search: "" })] : []),
    ...(filter.sector ? [tag(sector?.label ?? "Unknown sector", { sector: "" })] : []),
    ...(filter.stage && stage ? [tag(stage.label, { stage: "" })] : []),
    ...(filter.meets ? [tag(`Meets: ${MEASURED_LABELS[filter.meets]}`, { meets: null })] : []),
    ...(filter.gap ? [tag(`Does not meet: ${MEASURED_LABELS[filter.gap]}`, { gap: null })] : []),
    ...(filter.operator ? [tag("One company", { operator: "" })] : []),
    ...(filter.late ? [tag("Open after 11pm", { late: false })] : []),
    ...(waiting ? [tag(waiting.label, { waiting: null })] : []),
    ...(filter.ward ? [tag(wardLabel(filter.ward), { ward: "" })] : []),
  ];
}

const wardLabel = (ward: string) => (ward === WARD_NOT_KNOWN ? "Ward not known" : `Ward: ${ward}`);
