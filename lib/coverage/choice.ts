import { SHARED_SECTORS } from "@/lib/boroughs/model";
import { monthStart } from "@/lib/dates";
import { type Aim, BOROUGH_MEASURES, MEASURES, PREPARE_MEASURES } from "./model";

/** What the police compare London by: an aim, a measure of businesses, or one of the borough itself. */
export interface CountOption {
  id: string;
  aim: Aim;
  label: string;
  /** The label where its aim is not said beside it. */
  longLabel: string;
  definition: string;
  /** Of whom it is counted. */
  countedFor: "business" | "late_business" | "borough";
  /** The measures whose cells add up to it. */
  parts: readonly string[];
}

const AIM_OPTIONS: readonly CountOption[] = [
  {
    id: "prevent",
    aim: "prevent",
    label: "all of it",
    longLabel: "Prevent",
    definition:
      "Businesses in scope that meet every measure of Prevent that applies to them: enrolled, trained, materials on display and, where open after 11pm, night cover.",
    countedFor: "business",
    parts: ["prevent"],
  },
  {
    id: "protect",
    aim: "protect",
    label: "all of it",
    longLabel: "Protect",
    definition:
      "Businesses in scope that meet every measure of Protect: a safeguarding lead who is trained, and the essential working practices of their sector.",
    countedFor: "business",
    parts: ["protect"],
  },
  {
    id: "pursue",
    aim: "pursue",
    label: "all of it",
    longLabel: "Pursue",
    definition:
      "Businesses in scope that meet every measure of Pursue that applies to them: ready to report, and their records seen on a visit.",
    countedFor: "business",
    parts: ["pursue"],
  },
  {
    id: "prepare",
    aim: "prepare",
    label: "all of it",
    longLabel: "Prepare",
    definition:
      "The five things a borough itself has in date: its lead, its agreement, its meetings, its staff’s briefing and its registers. Counted out of five in each borough.",
    countedFor: "borough",
    parts: PREPARE_MEASURES.map((measure) => measure.id),
  },
];

const ofMeasure = (measure: (typeof MEASURES | typeof BOROUGH_MEASURES)[number]): CountOption => ({
  ...measure,
  longLabel: measure.label,
  parts: [measure.id],
});

/** Everything that can be compared: Prevent first, since it is what most boroughs work on. */
export const COUNTS: readonly CountOption[] = AIM_OPTIONS.flatMap((option) => [
  option,
  ...MEASURES.filter(({ aim }) => aim === option.aim).map(ofMeasure),
  ...BOROUGH_MEASURES.filter(({ aim }) => aim === option.aim).map(ofMeasure),
]);

const [FIRST_COUNT] = COUNTS as readonly [CountOption, ...CountOption[]];

export const SECTORS = SHARED_SECTORS.filter((sector) => sector.countsAsBusiness);

/** The filters of an address, as far as they are understood. */
export interface CoverageChoice {
  count: CountOption;
  sector: string | undefined;
  /** "Hotels", or "Businesses" of all sectors. */
  sectorLabel: string;
  /** A police area's code, as asked for: the page knows which there are. */
  area: string | undefined;
  /** yyyy-mm; none is this month. */
  month: string | undefined;
  ward: string | undefined;
}

export type Query = Record<string, string | string[] | undefined>;

const text = (value: Query[string]) => (typeof value === "string" && value ? value : undefined);

/** Reads the filters of an address; what is unknown falls back to Prevent, all sectors, this month. */
export function readChoice(query: Query): CoverageChoice {
  const count = COUNTS.find((option) => option.id === query.measure) ?? FIRST_COUNT;
  const ofBusinesses = count.countedFor !== "borough";
  const sector = SECTORS.find((option) => option.code === query.sector && ofBusinesses);
  const month = text(query.month);
  return {
    count,
    sector: sector?.code,
    sectorLabel: sector?.pluralLabel ?? "All sectors",
    area: text(query.area),
    month: month && /^\d{4}-\d{2}$/.test(month) ? month : undefined,
    ward: ofBusinesses ? text(query.ward) : undefined,
  };
}

/** The first day of the month asked for; this month's when none is, or one to come. */
export function monthOf(choice: Pick<CoverageChoice, "month">, today: string): string {
  const asked = choice.month ? `${choice.month}-01` : today;
  return asked < monthStart(today) ? monthStart(asked) : monthStart(today);
}

/** The same choice as a query string, with what is different in it; undefined takes a filter away. */
export function choiceQuery(
  choice: CoverageChoice,
  change: Partial<
    Record<"measure" | "sector" | "area" | "month" | "ward", string | undefined>
  > = {},
): string {
  const { count, sector, area, month, ward } = choice;
  const all = { measure: count.id, sector, area, month, ward, ...change };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(all)) if (value) query.set(name, value);
  return query.toString();
}
