import { addDays, londonDate } from "@/lib/dates";

export type Channel = "email" | "text";

/** Full hours of the day in London between which the portal writes unasked: from, and until before. */
const OPEN: Record<Channel, { from: number; until: number }> = {
  email: { from: 8, until: 21 },
  text: { from: 9, until: 20 },
};

const HOUR = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hour: "2-digit",
  hourCycle: "h23",
});

const londonHour = (moment: Date) => Number(HOUR.format(moment));

/** The same moment when the portal may write then; else the start of the next hours in which it may. */
export function afterQuietHours(moment: Date, channel: Channel): Date {
  const { from, until } = OPEN[channel];
  const hour = londonHour(moment);
  if (hour >= from && hour < until) return moment;
  const day = hour < from ? londonDate(moment) : addDays(londonDate(moment), 1);
  const [utc, summer] = [0, 1].map((offset) => {
    const clock = String(from - offset).padStart(2, "0");
    return new Date(`${day}T${clock}:00:00Z`);
  }) as [Date, Date];
  return londonHour(utc) === from ? utc : summer;
}

/** Are these hours in which nobody is written to unasked? */
export function isQuiet(moment: Date, channel: Channel): boolean {
  return afterQuietHours(moment, channel) !== moment;
}
