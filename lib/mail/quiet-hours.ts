import { addDays, londonDate, londonHour, londonMoment } from "@/lib/dates";

export type Channel = "email" | "text";

/** Full hours of the day in London between which the portal writes unasked: from, and until before. */
const OPEN: Record<Channel, { from: number; until: number }> = {
  email: { from: 8, until: 21 },
  text: { from: 9, until: 20 },
};

/** The same moment when the portal may write then; else the start of the next hours in which it may. */
export function afterQuietHours(moment: Date, channel: Channel): Date {
  const { from, until } = OPEN[channel];
  const hour = londonHour(moment);
  if (hour >= from && hour < until) return moment;
  const day = hour < from ? londonDate(moment) : addDays(londonDate(moment), 1);
  return londonMoment(day, from);
}

/** Are these hours in which nobody is written to unasked? */
export function isQuiet(moment: Date, channel: Channel): boolean {
  return afterQuietHours(moment, channel) !== moment;
}
