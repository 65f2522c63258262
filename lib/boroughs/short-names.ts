const SHORT: Record<string, string> = {
  "Barking and Dagenham": "Barking & D.",
  "City of London": "City",
  "Hammersmith and Fulham": "Hamm. & F.",
  "Kensington and Chelsea": "Kens. & C.",
  "Kingston upon Thames": "Kingston",
  "Richmond upon Thames": "Richmond",
  "Tower Hamlets": "Tower H.",
  "Waltham Forest": "Waltham F.",
};

/** A borough's name as it fits on a tile of the map. */
export function shortBoroughName(name: string): string {
  return SHORT[name] ?? name;
}
