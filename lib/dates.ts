/** A day as yyyy-mm-dd. Days compare as text. */
export type IsoDate = string;
/** The first day of a month, as yyyy-mm-01. */
export type IsoMonth = string;

const LONDON = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" });

/** The date it is in London at this moment. */
export function londonDate(moment: Date): IsoDate {
  return LONDON.format(moment);
}

const LONDON_HOUR = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hour: "2-digit",
  hourCycle: "h23",
});

/** The hour it is in London at this moment, 0 to 23. */
export function londonHour(moment: Date): number {
  return Number(LONDON_HOUR.format(moment));
}

/** The moment at which a full hour strikes in London on a day; by day, when no clock is changed. */
export function londonMoment(date: IsoDate, hour: number): Date {
  const utc = new Date(`${date}T${String(hour).padStart(2, "0")}:00:00Z`);
  return londonHour(utc) === hour ? utc : new Date(utc.getTime() - 3_600_000);
}

/** The first day of the month `date` lies in, moved by whole months. */
export function monthStart(date: IsoDate, move = 0): IsoMonth {
  const [year = 0, month = 1] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + move, 1)).toISOString().slice(0, 10);
}

/** The last day of the month that lies `months` after the month of `date`: when a certificate lapses. */
export function monthEnd(date: IsoDate, months = 0): IsoDate {
  return addDays(monthStart(date, months + 1), -1);
}

/** `date` moved by whole days. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Is this text a day that exists, like 2027-03-03? */
export function isIsoDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    addDays(text, 0) === text
  );
}
