/** The borough's own staff: briefed and counted like a business, never among the businesses. */
export const COUNCIL_TEAM = "council_team";

/** The shared sectors, written as rows when a borough is set up. Source: product.md, "sector". */
export const SHARED_SECTORS = [
  { code: "hotel", label: "Hotel", pluralLabel: "Hotels", countsAsBusiness: true },
  {
    code: "taxi",
    label: "Taxi and private hire",
    pluralLabel: "Taxi and private hire",
    countsAsBusiness: true,
  },
  {
    code: "licensed_premises",
    label: "Licensed premises",
    pluralLabel: "Licensed premises",
    countsAsBusiness: true,
  },
  {
    code: COUNCIL_TEAM,
    label: "Council team",
    pluralLabel: "Council teams",
    countsAsBusiness: false,
  },
] as const;

/** The general course: it counts in every sector, beside the sector's own where there is one. */
export const GENERAL_COURSE = "spot-the-signs";

/** The sector's own course, which its people are asked to take. */
const OWN_COURSES: Readonly<Record<string, string>> = {
  hotel: "at-the-desk",
  taxi: "in-the-car",
  licensed_premises: "at-the-door",
};

/** The course of the signs that people of a sector are asked to take. */
export const courseOfSector = (sector: string): string => OWN_COURSES[sector] ?? GENERAL_COURSE;

/** Which courses count for a measure in a sector when a borough is set up; any of them will do. */
export function firstMeasureCourses(sector: string): { measure: string; courseSlug: string }[] {
  const signs = new Set([courseOfSector(sector), GENERAL_COURSE]);
  return [
    ...[...signs].map((courseSlug) => ({ measure: "trained", courseSlug })),
    { measure: "reporting_route", courseSlug: "reporting" },
  ];
}

/** What counts as the briefing of the borough's own teams. */
export const COUNCIL_TEAM_COURSE = {
  sector: COUNCIL_TEAM,
  measure: "trained",
  courseSlug: "council-staff",
} as const;

export interface FrontDoor {
  teamName: string;
  email: string | null;
  phone: string | null;
  source: string;
}

/** Front doors the briefing names; every other borough starts without one. None is confirmed yet. */
export const BRIEFING_FRONT_DOORS: Record<string, FrontDoor> = {
  E09000013: {
    teamName: "Children's services front door, Hammersmith and Fulham",
    email: "familyservices@lbhf.gov.uk",
    phone: "020 8753 6600",
    source: "Operation Make Safe briefing for local authority employees",
  },
  E09000020: {
    teamName: "Children's services front door, Kensington and Chelsea",
    email: "socialservices@rbkc.gov.uk",
    phone: "020 7361 3013",
    source: "Operation Make Safe briefing for local authority employees",
  },
  E09000033: {
    teamName: "Children's services front door, Westminster",
    email: "accesstochildrensservices@westminster.gov.uk",
    phone: "020 7641 4000",
    source: "Operation Make Safe briefing for local authority employees",
  },
};
