/** The four aims of Operation Make Safe, in their order. */
export const AIMS = ["prepare", "prevent", "protect", "pursue"] as const;
export type Aim = (typeof AIMS)[number];

export const AIM_LABELS: Record<Aim, string> = {
  prepare: "Prepare",
  prevent: "Prevent",
  protect: "Protect",
  pursue: "Pursue",
};

/** What each aim is about, in the words of a heading. */
export const AIM_PURPOSES: Record<Aim, string> = {
  prepare: "what the borough itself has in place",
  prevent: "businesses that know the signs",
  protect: "businesses that work safely",
  pursue: "businesses ready to report",
};

/**
 * What is counted per business and month. `in_scope` is the denominator; `prevent`, `protect` and
 * `pursue` are the aims: every measure of the aim that applies to the business.
 */
export const COUNTED = [
  "in_scope",
  "enrolled",
  "trained",
  "anyone_trained",
  "night_cover",
  "materials",
  "safeguarding_lead",
  "practices",
  "reporting_route",
  "records",
  "prevent",
  "protect",
  "pursue",
] as const;
export type Counted = (typeof COUNTED)[number];

/** Aims counted over businesses; Prepare is counted over what the borough does. */
export const BUSINESS_AIMS = ["prevent", "protect", "pursue"] as const;
export type BusinessAim = (typeof BUSINESS_AIMS)[number];

export interface MeasureDefinition<Id extends string = Measure> {
  id: Id;
  aim: Aim;
  /** Of whom it is counted: every business in scope, those open after 23:00, or the borough itself. */
  countedFor: "business" | "late_business" | "borough";
  label: string;
  /** One sentence: what is counted, out of what. */
  definition: string;
  source: string;
  /** The share a borough aims for until it sets its own, in percent; null for a yes or no. */
  target: number | null;
}

const FIRST_SET = "Operation Make Safe portal, measures, first set";

/** The measures of a business, in the order of their aims. Source: product.md, "Measures, first set". */
export const MEASURES = [
  {
    id: "enrolled",
    aim: "prevent",
    countedFor: "business",
    label: "Enrolled",
    definition:
      "Businesses in scope whose manager accepted the invitation, or whose enrolment an officer recorded on paper.",
    source: FIRST_SET,
    target: 80,
  },
  {
    id: "trained",
    aim: "prevent",
    countedFor: "business",
    label: "Trained",
    definition:
      "Businesses in scope where every manager, and at least 80% of the people who work there (your borough sets the share), hold a current certificate of the course for their sector. The share is of the declared headcount, and never of fewer people than are listed. With no headcount declared, a business is not counted as trained.",
    source: FIRST_SET,
    target: 60,
  },
  {
    id: "night_cover",
    aim: "prevent",
    countedFor: "late_business",
    label: "Night cover",
    definition:
      "Businesses in scope and open after 11pm where every night shift they declared has somebody trained on it, out of all businesses in scope that are open after 11pm.",
    source: FIRST_SET,
    target: 60,
  },
  {
    id: "materials",
    aim: "prevent",
    countedFor: "business",
    label: "Materials on display",
    definition:
      "Businesses in scope where an officer saw posters and materials on display on a visit. It holds to the end of the month, 12 months on.",
    source: FIRST_SET,
    target: 60,
  },
  {
    id: "safeguarding_lead",
    aim: "protect",
    countedFor: "business",
    label: "Safeguarding lead",
    definition:
      "Businesses in scope that named a safeguarding lead who works there and holds a current certificate of the course for their sector.",
    source: FIRST_SET,
    target: 60,
  },
  {
    id: "practices",
    aim: "protect",
    countedFor: "business",
    label: "Working practices",
    definition:
      "Businesses in scope where an officer has confirmed every essential working practice of the sector's checklist, or that it does not apply. Each holds to the end of the month, 12 months on.",
    source: FIRST_SET,
    target: 50,
  },
  {
    id: "reporting_route",
    aim: "pursue",
    countedFor: "business",
    label: "Ready to report",
    definition:
      "Businesses in scope where at least 80% of the people who work there (your borough sets the share) hold a current certificate of the reporting course.",
    source: FIRST_SET,
    target: 60,
  },
  {
    id: "records",
    aim: "pursue",
    countedFor: "business",
    label: "Records seen",
    definition:
      "Businesses in scope where an officer saw on a visit that an incident and refusals log is kept and, where there is CCTV, that recordings are kept for a set time. It holds to the end of the month, 12 months on.",
    source: FIRST_SET,
    target: 50,
  },
] as const satisfies readonly MeasureDefinition<string>[];

export type Measure = (typeof MEASURES)[number]["id"];

/** The measures of a borough: each is met or not. Source: product.md, "Measures, first set". */
export const BOROUGH_MEASURES = [
  {
    id: "lead",
    aim: "prepare",
    countedFor: "borough",
    label: "Strategic lead",
    definition: "A strategic lead is named and was confirmed in the last 12 months.",
    source: FIRST_SET,
    target: null,
  },
  {
    id: "agreement",
    aim: "prepare",
    countedFor: "borough",
    label: "Information-sharing agreement",
    definition: "An information-sharing agreement with the partners is in date.",
    source: FIRST_SET,
    target: null,
  },
  {
    id: "meeting",
    aim: "prepare",
    countedFor: "borough",
    label: "Partnership meeting",
    definition: "A partnership meeting was recorded in the last three months.",
    source: FIRST_SET,
    target: null,
  },
  {
    id: "council_staff",
    aim: "prepare",
    countedFor: "borough",
    label: "Council staff briefed",
    definition:
      "At least 90% of the people in the borough's own teams hold a current certificate of the briefing for local authority employees.",
    source: FIRST_SET,
    target: null,
  },
  {
    id: "register",
    aim: "prepare",
    countedFor: "borough",
    label: "Registers reconciled",
    definition: "The register of every sector was reconciled in the last 90 days.",
    source: FIRST_SET,
    target: null,
  },
  {
    id: "call_handlers",
    aim: "pursue",
    countedFor: "borough",
    label: "Call handlers trained",
    definition:
      "Police confirmed in the last 12 months that call handlers have had the specialist training.",
    source: FIRST_SET,
    target: null,
  },
] as const satisfies readonly MeasureDefinition<string>[];

/** The borough's own actions that Prepare counts. */
export const PREPARE_MEASURES = BOROUGH_MEASURES.filter(({ aim }) => aim === "prepare");

/** The share of businesses an aim is meant to reach until the borough sets its own, in percent. */
export const AIM_TARGETS: Record<Aim, number> = {
  prepare: 100,
  prevent: 60,
  protect: 50,
  pursue: 50,
};

/** A count out of a whole, for one month. */
export interface Share {
  met: number;
  of: number;
}
