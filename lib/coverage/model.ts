/** The four aims of Operation Make Safe, in their order. */
export const AIMS = ["prepare", "prevent", "protect", "pursue"] as const;
export type Aim = (typeof AIMS)[number];

export const AIM_LABELS: Record<Aim, string> = {
  prepare: "Prepare",
  prevent: "Prevent",
  protect: "Protect",
  pursue: "Pursue",
};

/**
 * What is counted per business. `in_scope` is the denominator; `prevent` and `pursue` are the aims:
 * every measure of that aim which is measured so far. Source: product.md, "Measures, first set".
 */
export const COUNTED = [
  "in_scope",
  "enrolled",
  "trained",
  "reporting_route",
  "prevent",
  "pursue",
] as const;
export type Counted = (typeof COUNTED)[number];
export type Measure = "enrolled" | "trained" | "reporting_route";

export interface MeasureDefinition {
  id: Measure;
  aim: Aim;
  label: string;
  /** One sentence: what is counted, out of what. */
  definition: string;
}

export const MEASURES: readonly MeasureDefinition[] = [
  {
    id: "enrolled",
    aim: "prevent",
    label: "Enrolled",
    definition:
      "Businesses in scope whose manager accepted the invitation, or whose enrolment an officer recorded on paper.",
  },
  {
    id: "trained",
    aim: "prevent",
    label: "Trained",
    definition:
      "Businesses in scope where every manager, and at least 80% of the people who work there, hold a current certificate of the course for their sector. The share is of the declared headcount, and never of fewer people than are listed. With no headcount declared, a business is not counted as trained.",
  },
  {
    id: "reporting_route",
    aim: "pursue",
    label: "Ready to report",
    definition:
      "Businesses in scope where at least 80% of the people who work there hold a current certificate of the reporting course.",
  },
];

/** Measures of product.md that nothing feeds yet; pages say so instead of showing a zero. */
export const NOT_YET_MEASURED: Record<Aim, readonly string[]> = {
  prepare: [
    "a named lead",
    "the information-sharing agreement",
    "partnership meetings",
    "council staff training",
    "register reconciliation",
  ],
  prevent: ["night cover", "materials on display"],
  protect: ["a safeguarding lead", "working practices"],
  pursue: ["incident records", "call handler training"],
};

/** A count out of a whole, for one month. */
export interface Share {
  met: number;
  of: number;
}
