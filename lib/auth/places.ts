import "server-only";
import { and, inArray } from "drizzle-orm";
import { businesses } from "@/lib/db/schema/businesses";
import { readScope } from "@/lib/db/scope";
import { placesOf } from "./current";
import type { SessionHolder } from "./session";

export interface PlaceRow {
  href: string;
  /** The business, borough, police area or team. */
  title: string;
  /** What the person is there, and where. */
  hint: string;
}

const ROLES = {
  programme: "Programme team",
  borough_admin: "Licensing team, administrator",
  borough_officer: "Licensing team",
  police_officer: "Police partnership",
  business_manager: "Business",
  staff: "Staff training",
} as const;

/** The places a person may work in, businesses by name. */
export async function listPlaces(holder: SessionHolder): Promise<PlaceRow[]> {
  const places = placesOf(holder);
  const ids = places.flatMap((place) => place.businessId ?? []);
  const names = await businessNames(
    ids,
    places.flatMap((place) => place.boroughCode ?? []),
  );
  return places.map((place) => {
    const name = place.businessId ? names.get(place.businessId) : undefined;
    const hint = ROLES[place.kind];
    return name
      ? { href: place.href, title: name, hint: `${hint}, ${place.label}` }
      : { href: place.href, title: place.label, hint };
  });
}

async function businessNames(ids: string[], boroughs: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const codes = [...new Set(boroughs)];
  const rows = await readScope({ role: "portal_auth", boroughs: codes }, (tx) =>
    tx
      .select({ id: businesses.id, name: businesses.name })
      .from(businesses)
      .where(and(inArray(businesses.boroughCode, codes), inArray(businesses.id, ids))),
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Where to go after signing in: the one place, or the switcher. */
export function firstPlace(holder: SessionHolder | null): string {
  const places = holder ? placesOf(holder) : [];
  return places.length === 1 && places[0] ? places[0].href : "/places";
}
