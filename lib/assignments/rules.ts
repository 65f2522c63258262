import { LICENCE_LABELS } from "@/lib/businesses/model";
import type { LicenceType } from "@/lib/db/schema/businesses";
import { lowerFirst, plural } from "@/lib/format";
import type { Audience } from "./model";

/** What a rule asks, and of whom. */
export interface RuleTerms {
  courseSlug: string;
  /** Null for every sector. */
  sector: string | null;
  /** Null whatever the licence. */
  licenceType: LicenceType | null;
  /** Businesses open after 23:00 alone. */
  lateOnly: boolean;
  audience: Audience;
  /** From the day a business is asked to the day it is due. */
  days: number;
  /** Fewer months than the course says; null for as many. */
  monthsValid: number | null;
  /** Percent of those asked; null for what the borough's targets say. */
  share: number | null;
}

/** Days a business is given: less than a week is no notice, more than a year is never. */
export const LEAST_DAYS = 7;
export const MOST_DAYS = 366;

/** "Enrolled hotels open after 11pm", "All enrolled businesses, with a club premises certificate". */
export function whoIsAsked(
  rule: Pick<RuleTerms, "licenceType" | "lateOnly">,
  sectorPlural: string | null,
): string {
  const kind = sectorPlural ? `Enrolled ${lowerFirst(sectorPlural)}` : "All enrolled businesses";
  const late = rule.lateOnly ? " open after 11pm" : "";
  return `${kind}${late}${rule.licenceType ? LICENCE_WORDS[rule.licenceType] : ""}`;
}

const withArticle = (label: string) => `, with a ${lowerFirst(label)}`;
const LICENCE_WORDS: Record<LicenceType, string> = {
  premises_alcohol: withArticle(LICENCE_LABELS.premises_alcohol),
  premises_late_refreshment: withArticle(LICENCE_LABELS.premises_late_refreshment),
  club_certificate: withArticle(LICENCE_LABELS.club_certificate),
  private_hire_operator: withArticle(LICENCE_LABELS.private_hire_operator),
  none: ", without a licence",
};

const ASKED: Record<Audience, string> = {
  all_staff: "Everybody",
  managers: "Managers and the safeguarding lead",
  night_staff: "People on night shifts",
};

/** "Everybody, within 42 days; met when 90% of them hold it; a certificate counts for 6 months". */
export function whatIsAsked(
  rule: Pick<RuleTerms, "audience" | "days" | "monthsValid" | "share">,
): string {
  return [
    `${ASKED[rule.audience]}, within ${plural(rule.days, "day", "days")}`,
    ...(rule.share === null ? [] : [`met when ${rule.share}% of them hold it`]),
    ...(rule.monthsValid === null
      ? []
      : [`a certificate counts for ${plural(rule.monthsValid, "month", "months")}`]),
  ].join("; ");
}
