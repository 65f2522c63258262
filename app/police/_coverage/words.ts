import type { CountOption, CoverageChoice } from "@/lib/coverage/choice";
import { AIM_LABELS, type Share } from "@/lib/coverage/model";
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

/** A state in two parts: what is so, and what it is measured against. */
export interface InTwo {
  main: string;
  rest: string;
}

const levelName = (share: Share, single: boolean): string => {
  if (single) return share.met === 1 ? "met" : "not met";
  return bandOfShare(share)?.label ?? "no data";
};

/** "since August 2026", "25–44% before"; null without a figure. */
export function sinceParts(line: Line, count: CountOption): InTwo | null {
  if (!line.since) return null;
  const single = isYesOrNo(count) && line.of === 1;
  const rest = line.before ? `${levelName(line.before, single)} before` : "where its figures begin";
  return { main: `since ${formatMonth(line.since)}`, rest };
}

/** "under 25% since August 2026, 25–44% before". */
export function sinceText(line: Line, count: CountOption): string {
  const parts = sinceParts(line, count);
  if (!parts) return "";
  return `${levelName(line, isYesOrNo(count) && line.of === 1)} ${parts.main}, ${parts.rest}`;
}

/** "up 12 points", "from 30%": never a bare sign, which is read as a dash; null without a figure. */
export function changeParts(line: Line, count: CountOption): InTwo | null {
  if (line.of === 0 || line.fault) return null;
  if (!line.yearAgo || line.change === null) return { main: "no figure then", rest: "" };
  const then = line.yearAgo;
  if (isYesOrNo(count) && then.of === 1) {
    if (then.met === line.met) return { main: "the same", rest: "" };
    return { main: line.met > then.met ? "met since" : "lapsed since", rest: "" };
  }
  const rest = `from ${formatShare(then.met, then.of)}`;
  if (line.change === 0) return { main: "no change", rest };
  const points = `${Math.abs(line.change)} ${Math.abs(line.change) === 1 ? "point" : "points"}`;
  return { main: `${line.change > 0 ? "up" : "down"} ${points}`, rest };
}
