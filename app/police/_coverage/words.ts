import type { CountOption, CoverageChoice } from "@/lib/coverage/choice";
import { AIM_LABELS } from "@/lib/coverage/model";
import { formatMonth, formatNumber, formatShare } from "@/lib/format";
import { bandOfShare, type Line } from "./lines";

const NOUNS: Record<string, string> = {
  hotel: "hotels",
  taxi: "taxi and private hire operators",
  licensed_premises: "licensed premises",
};

/** A single measure of the borough itself is met or it is not. */
export const isYesOrNo = (count: CountOption) =>
  count.countedFor === "borough" && count.parts.length === 1;

/** Whom the choice counts: "hotels open after 11pm". */
export function nounOf({ count, sector }: CoverageChoice): string {
  if (count.countedFor === "borough") return isYesOrNo(count) ? "boroughs" : "things in date";
  const noun = sector ? (NOUNS[sector] ?? "businesses") : "businesses";
  return count.countedFor === "late_business" ? `${noun} open after 11pm` : noun;
}

/** An option of the list of counts: "Prevent: trained". */
export const optionLabel = (count: CountOption) =>
  count.id === count.aim
    ? `${AIM_LABELS[count.aim]}, all of it`
    : `${AIM_LABELS[count.aim]}: ${count.label}`;

/** What is compared, as a heading: "Trained, hotels". */
export function titleOf(choice: CoverageChoice): string {
  const { count, sector } = choice;
  return sector ? `${count.longLabel}, ${NOUNS[sector] ?? "businesses"}` : count.longLabel;
}

/** "2 of 16 hotels (12%)", or whether the borough meets it. */
export function figureText(line: Line, choice: CoverageChoice): string {
  if (line.fault) return "figure not available";
  if (line.of === 0) return "no data";
  if (isYesOrNo(choice.count) && line.of === 1) return line.met === 1 ? "met" : "not met";
  return `${formatNumber(line.met)} of ${formatNumber(line.of)} ${nounOf(choice)} (${formatShare(line.met, line.of)})`;
}

/** "under 25% since August 2026, 25–44% before". */
export function sinceText(line: Line, count: CountOption): string {
  if (!line.since) return "";
  const single = isYesOrNo(count) && line.of === 1;
  const nameOf = (share: { met: number; of: number }) =>
    single ? (share.met === 1 ? "met" : "not met") : (bandOfShare(share)?.label ?? "no data");
  const month = formatMonth(line.since);
  const before = line.before ? `, ${nameOf(line.before)} before` : ", where its figures begin";
  return `${nameOf(line)} since ${month}${before}`;
}

/** "up 12 points from 30%": never a bare sign, which is read as a dash. */
export function changeText(line: Line, count: CountOption): string {
  if (line.of === 0 || line.fault) return "";
  if (!line.yearAgo || line.change === null) return "no figure then";
  const then = line.yearAgo;
  if (isYesOrNo(count) && then.of === 1) {
    if (then.met === line.met) return "the same";
    return line.met > then.met ? "met since" : "lapsed since";
  }
  const from = formatShare(then.met, then.of);
  if (line.change === 0) return `the same as ${from}`;
  const points = `${Math.abs(line.change)} ${Math.abs(line.change) === 1 ? "point" : "points"}`;
  return `${line.change > 0 ? "up" : "down"} ${points} from ${from}`;
}
