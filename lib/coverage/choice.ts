import { SHARED_SECTORS } from "@/lib/boroughs/model";
import { type Counted, MEASURES } from "./model";

/** What the police page can show: the two measured aims, then each measure. */
export const SHOWN = [
  { value: "prevent", label: "Prevent (enrolled and trained)" },
  { value: "pursue", label: "Pursue (ready to report)" },
  ...MEASURES.map((measure) => ({ value: measure.id, label: measure.label })),
] as const;

export const SECTORS = SHARED_SECTORS.filter((sector) => sector.countsAsBusiness);

export interface CoverageChoice {
  measure: Exclude<Counted, "in_scope">;
  measureLabel: string;
  sector: string | undefined;
  sectorLabel: string;
}

type Query = Record<string, string | string[] | undefined>;

/** Reads the filters of the address; anything unknown falls back to Prevent in all sectors. */
export function readChoice(query: Query): CoverageChoice {
  const shown = SHOWN.find((option) => option.value === query.measure) ?? SHOWN[0];
  const sector = SECTORS.find((option) => option.code === query.sector);
  return {
    measure: shown.value,
    measureLabel: shown.label,
    sector: sector?.code,
    sectorLabel: sector?.pluralLabel ?? "All sectors",
  };
}

/** The same choice as a query string. */
export function choiceQuery(choice: CoverageChoice): string {
  const query = new URLSearchParams({ measure: choice.measure });
  if (choice.sector) query.set("sector", choice.sector);
  return query.toString();
}
