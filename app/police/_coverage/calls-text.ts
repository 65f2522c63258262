import type { ShownCalls } from "@/lib/aims/call-model";
import { formatNumber } from "@/lib/format";

const WORDS = {
  few: "fewer than 5",
  none: "not entered yet",
  withheld: "not shown",
} as const;

/** An area's total; of an unfinished quarter it says so. */
export const totalText = (total: ShownCalls, partial: boolean): string =>
  typeof total === "number" && partial ? `${callsText(total)} so far` : callsText(total);

/** A figure of calls as it may be shown. */
export const callsText = (shown: ShownCalls): string =>
  typeof shown === "number" ? formatNumber(shown) : WORDS[shown];
