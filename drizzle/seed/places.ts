import type { Random } from "./random";

/** Invented: no real business may ever be shown as "not covered". */
const FIRST_WORDS = [
  "Amber",
  "Brindle",
  "Cinder",
  "Cobalt",
  "Copper",
  "Corduroy",
  "Dapple",
  "Eiderdown",
  "Fallow",
  "Flannel",
  "Gossamer",
  "Hollow",
  "Indigo",
  "Juniper",
  "Larkspur",
  "Marzipan",
  "Mercury",
  "Mosaic",
  "Nettle",
  "Ochre",
  "Paper",
  "Patient",
  "Pewter",
  "Plaid",
  "Quartz",
  "Quiet",
  "Saffron",
  "Saltmarsh",
  "Tallow",
  "Tangerine",
  "Thimble",
  "Tin",
  "Tumbledown",
  "Umber",
  "Velvet",
  "Wandering",
  "Willow",
  "Zinc",
];
const SECOND_WORDS = [
  "Abacus",
  "Badger",
  "Barge",
  "Bellows",
  "Compass",
  "Cormorant",
  "Curlew",
  "Dovecote",
  "Ferry",
  "Firefly",
  "Gannet",
  "Heron",
  "Kettle",
  "Lantern",
  "Lighthouse",
  "Magpie",
  "Marmalade",
  "Metronome",
  "Otter",
  "Parasol",
  "Pelican",
  "Pinecone",
  "Plover",
  "Sextant",
  "Sparrow",
  "Spindle",
  "Teapot",
  "Thistle",
  "Umbrella",
  "Weathervane",
];
const STREETS = [
  "Bellows Yard",
  "Candlewick Rise",
  "Cormorant Street",
  "Dovecote Terrace",
  "Eiderdown Mews",
  "Fallow Passage",
  "Firefly Street",
  "Gossamer Row",
  "Heron Staithe",
  "Juniper Steps",
  "Larkspur Row",
  "Lantern Causeway",
  "Marmalade Street",
  "Metronome Place",
  "Otterholt Street",
  "Parasol Gardens",
  "Pewter Walk",
  "Plover Bank",
  "Quartz Street",
  "Saffron Staithe",
  "Sextant Street",
  "Spindle Passage",
  "Tallowby Road",
  "Thimble Yard",
  "Weathervane Street",
  "Willowherb Road",
];
/** Invented too, like the list of postcodes that puts businesses into them. */
export const WARDS = [
  "Canalside",
  "Market Quarter",
  "Old Wharf",
  "Parkside",
  "Riverside",
  "Station Quarter",
];

const ENDINGS: Record<SectorCode, readonly string[]> = {
  hotel: ["Hotel", "House Hotel", "Court Hotel", "Rooms", "Lodge", "Guest House", "Suites"],
  taxi: ["Cars", "Private Hire", "Minicabs", "Taxis", "Chauffeurs"],
  licensed_premises: [
    "",
    "",
    "",
    "",
    "Bar",
    "Bar and Kitchen",
    "Tap",
    "Late Bar",
    "Food and Wine",
    "Club",
  ],
};

export type SectorCode = "hotel" | "taxi" | "licensed_premises";

/** Makes business names of a sector, no two alike in one borough. */
export function businessNames(random: Random): (sector: SectorCode) => string {
  const pairs = random.shuffled(
    FIRST_WORDS.flatMap((first) => SECOND_WORDS.map((second) => `${first} ${second}`)),
  );
  return (sector) => {
    const words = pairs.pop();
    if (!words) throw new Error("There are no names left.");
    const ending = random.pick(ENDINGS[sector]);
    if (sector === "taxi") return `${words} ${ending}`;
    if (ending === "") return `The ${words}`;
    return sector === "hotel" ? `The ${words} ${ending}` : `${words} ${ending}`;
  };
}

export interface Place {
  address: string;
  postcode: string;
  ward: string | null;
  easting: number | null;
  northing: number | null;
}

/** An invented address; the inward codes are ones that no street was given. About 1 in 7 has no ward. */
export function inventPlace(random: Random, townName: string, outward: readonly string[]): Place {
  const mapped = random.chance(0.8);
  return {
    address: `${random.int(1, 180)} ${random.pick(STREETS)}, ${townName}`,
    postcode: `${random.pick(outward)} ${random.pick(["0", "9"])}${random.pick(["X", "Y", "Z"])}${random.pick(["X", "Y", "Z"])}`,
    ward: random.chance(0.85) ? random.pick(WARDS) : null,
    easting: mapped ? random.int(524_000, 531_000) : null,
    northing: mapped ? random.int(177_000, 184_000) : null,
  };
}

/** A number reserved for drama, which nobody can answer. */
export function inventPhone(random: Random): string {
  return `020 7946 0${random.int(0, 999).toString().padStart(3, "0")}`;
}

/** The address of a business as part of an e-mail, e.g. copper-otter-hotel@example.org. */
export function businessEmail(name: string, boroughSlug: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .replace(/^-|-$/g, "");
  return `${slug}.${boroughSlug}@example.org`;
}
