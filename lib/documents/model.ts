/** What a passport says about how it is used; its page says the same. */
export const PASSPORT_STEPS = [
  "Show this to your next employer, or to the borough it is in",
  "They scan a code or type it, and see the course, the dates and whether it counts today",
  "They see your initial and family name only where you chose to show them",
] as const;
