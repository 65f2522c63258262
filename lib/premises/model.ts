/** Which nights of the week a shift is worked. */
export const NIGHTS = ["every_night", "weeknights", "weekend"] as const;
export type Nights = (typeof NIGHTS)[number];

export const NIGHTS_LABELS: Record<Nights, string> = {
  every_night: "Every night",
  weeknights: "Sunday to Thursday nights",
  weekend: "Friday and Saturday nights",
};

/** From when a shift is a night shift, and until when in the morning. */
const NIGHT_BEGINS = "23:00";
const NIGHT_ENDS = "05:00";

/** A time as people type it, as hh:mm; what is not one comes back as it was. */
export function normaliseTime(typed: string): string {
  const [, hours = "", minutes = ""] = /^(\d{1,2})[:.](\d{2})$/.exec(typed.trim()) ?? [];
  return hours ? `${hours.padStart(2, "0")}:${minutes}` : typed.trim();
}

export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Is somebody at work after 11pm on this shift? It may end on the next morning. */
export function isNightShift(startsAt: string, endsAt: string): boolean {
  const crossesMidnight = endsAt < startsAt;
  return (
    crossesMidnight || endsAt > NIGHT_BEGINS || startsAt >= NIGHT_BEGINS || startsAt < NIGHT_ENDS
  );
}

/** "22:00 to 06:00" */
export function shiftTimes(shift: { startsAt: string; endsAt: string }): string {
  return `${shift.startsAt} to ${shift.endsAt}`;
}

/** How the night cover of a business stands: every declared shift needs somebody trained. */
export function nightCover(shifts: readonly { people: readonly { trained: boolean }[] }[]): {
  covered: number;
  of: number;
} {
  const covered = shifts.filter((shift) => shift.people.some((person) => person.trained)).length;
  return { covered, of: shifts.length };
}

/** Fewer businesses than this and a share could give one of them away. */
export const FEWEST_PEERS = 10;
