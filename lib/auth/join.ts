import "server-only";
import { randomUUID } from "node:crypto";
import { and, count, eq, isNull, sql } from "drizzle-orm";
import { recordAudit } from "@/lib/audit/record";
import { refreshTouched } from "@/lib/coverage/touch";
import { londonDate } from "@/lib/dates";
import { pinCodes, staffMembers, staffPins } from "@/lib/db/schema/people";
import { readScope, stepInto, type Transaction, writeScope } from "@/lib/db/scope";
import { NotFound, RuleBroken } from "@/lib/errors";
import { cleanName, nameKey } from "@/lib/people/join-name";
import { findJoinPlace } from "./lookups";
import { hashPassword, verifyPassword } from "./passwords";
import { isWeakPin } from "./pin";
import { recordAuthEvent, type SessionToken, startSession } from "./session";
import { takeTry } from "./throttle";

/** What somebody types, and where the request came from. */
export interface Typed {
  visit: "new" | "back";
  name: string;
  pin: string;
  source: string;
}

export interface Joining extends Typed {
  boroughCode: string;
  secret: string;
}

/** People of one name who may be listed at a business, and people who may wait to be confirmed. */
const MOST_NAMESAKES = 5;
const MOST_WAITING = 500;

const NOT_FOUND =
  "We cannot sign you in with this name and PIN. Check both, or ask your manager for help";

export interface Place {
  boroughCode: string;
  businessId: string;
}

/**
 * Signs a staff member in by typed name and PIN, or writes them down as somebody new for the manager
 * to confirm. Throws NotFound for a code that opens nothing, RuleBroken on `pin` or `form`; what is
 * said never tells whether the name is known.
 */
export async function joinBusiness(given: Joining): Promise<{ token: SessionToken; href: string }> {
  const found = await findJoinPlace(given.boroughCode, given.secret);
  if (!found?.open) throw new NotFound("No such join code.");
  return joinAt({ boroughCode: given.boroughCode, businessId: found.businessId }, given);
}

/** The same at a place that is known already, such as a shared device's. Throws RuleBroken. */
export async function joinAt(
  place: Place,
  given: Typed,
): Promise<{ token: SessionToken; href: string }> {
  if (given.visit === "new") refuseWeakPin(given.pin);
  const key = nameKey(given.name);
  await throttle(place, key, given.source);
  const token = await attempt(place, given, key, new Set());
  return { token, href: `/learn/${place.businessId}` };
}

/** Throws RuleBroken for a PIN that somebody would try first. */
export function refuseWeakPin(pin: string): void {
  if (!isWeakPin(pin)) return;
  throw new RuleBroken(
    "pin",
    "Choose another PIN: dates, repeats and runs like 123456 are easy to guess",
  );
}

/** At most ten tries of a name and sixty of a source in five minutes. Throws RuleBroken. */
export async function throttle(place: Place, key: string, source: string): Promise<void> {
  const at = `${place.boroughCode}|${place.businessId}`;
  const allowed = await takeTry([
    { kind: "join-name", value: `${at}|${key}`, most: 10 },
    { kind: "join-source", value: `${at}|${source}`, most: 60 },
  ]);
  if (!allowed) throw new RuleBroken("form", "Too many tries. Wait 5 minutes, then try again");
}

/** Tries everybody of this name who was not tried yet, then writes a newcomer down. */
async function attempt(
  place: Place,
  given: Typed,
  key: string,
  tried: Set<string>,
): Promise<SessionToken> {
  const namesakes = await listNamesakes(place, key);
  const holder = await findHolder(
    namesakes.filter((row) => !tried.has(row.id)),
    given.pin,
  );
  if (holder)
    return writeScope(scopeOf(place), (tx) => startSession(tx, { ...place, staffId: holder }));
  for (const row of namesakes) tried.add(row.id);
  if (given.visit === "back" || namesakes.length >= MOST_NAMESAKES) {
    await writeScope(scopeOf(place), (tx) =>
      recordAuthEvent(tx, "join.refused", { boroughCode: place.boroughCode }),
    );
    throw new RuleBroken("pin", NOT_FOUND);
  }
  const pinHash = await hashPassword(given.pin);
  const token = await writeScope(scopeOf(place), (tx) =>
    writeDown(tx, place, given, key, tried, pinHash),
  );
  // Somebody of this name came in between: the same form sent twice must not make two people.
  return token ?? attempt(place, given, key, tried);
}

export const scopeOf = (place: Place) =>
  ({ role: "portal_auth", boroughs: [place.boroughCode] }) as const;

export const namedHere = (place: Place, key: string) =>
  and(
    eq(staffMembers.boroughCode, place.boroughCode),
    eq(staffMembers.businessId, place.businessId),
    eq(staffMembers.nameKey, key),
    isNull(staffMembers.leftOn),
  );

function listNamesakes(place: Place, key: string) {
  return readScope(scopeOf(place), (tx) =>
    tx
      .select({ id: staffMembers.id, pinHash: staffPins.pinHash })
      .from(staffMembers)
      .leftJoin(
        staffPins,
        and(
          eq(staffPins.boroughCode, staffMembers.boroughCode),
          eq(staffPins.staffId, staffMembers.id),
          // Whoever was given a code for a new PIN has no old one any more.
          sql`NOT EXISTS (SELECT 1 FROM ${pinCodes} WHERE ${pinCodes.boroughCode} = ${staffMembers.boroughCode}
            AND ${pinCodes.staffId} = ${staffMembers.id} AND ${pinCodes.usedAt} IS NULL)`,
        ),
      )
      .where(namedHere(place, key))
      .orderBy(staffMembers.id)
      .limit(MOST_NAMESAKES),
  );
}

/** With nobody of the name it takes as long as with somebody. */
async function findHolder(
  rows: readonly { id: string; pinHash: string | null }[],
  pin: string,
): Promise<string | null> {
  if (rows.length === 0) await verifyPassword(null, pin);
  for (const row of rows) {
    if (await verifyPassword(row.pinHash, pin)) return row.id;
  }
  return null;
}

/** A new, unconfirmed person with their PIN; null when a namesake appeared who was not tried. */
async function writeDown(
  tx: Transaction,
  place: Place,
  given: Typed,
  key: string,
  tried: ReadonlySet<string>,
  pinHash: string,
): Promise<SessionToken | null> {
  const { boroughCode, businessId } = place;
  await tx.execute(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(${`join|${boroughCode}|${businessId}`}, 0))`,
  );
  const now = await tx
    .select({ id: staffMembers.id })
    .from(staffMembers)
    .where(namedHere(place, key));
  if (now.some((row) => !tried.has(row.id))) return null;
  await refuseCrowd(tx, place);
  const id = randomUUID();
  const name = cleanName(given.name);
  const joinedOn = londonDate(new Date());
  await tx
    .insert(staffMembers)
    .values({ boroughCode, id, businessId, name, nameKey: key, joinedOn });
  await tx.insert(staffPins).values({ boroughCode, staffId: id, pinHash });
  const viewer = { role: "staff", name, boroughCode, businessId, staffId: id } as const;
  await recordAudit({ tx, viewer, boroughCode }, "staff.join", randomUUID(), {
    subject: ["staff_member", id],
    fields: ["name", "pin"],
    personal: [{ field: "name", before: null, after: name }],
  });
  const token = await startSession(tx, { boroughCode, businessId, staffId: id });
  // Their manager's work has grown by one: counted in the role that may, and that sees no more.
  await stepInto(tx, { role: "portal_staff", boroughs: [boroughCode], businessId, staffId: id });
  await refreshTouched({ tx, boroughCode }, [businessId]);
  return token;
}

async function refuseCrowd(tx: Transaction, place: Place): Promise<void> {
  const [waiting] = await tx
    .select({ people: count() })
    .from(staffMembers)
    .where(
      and(
        eq(staffMembers.boroughCode, place.boroughCode),
        eq(staffMembers.businessId, place.businessId),
        isNull(staffMembers.confirmedOn),
        isNull(staffMembers.leftOn),
      ),
    );
  if ((waiting?.people ?? 0) < MOST_WAITING) return;
  throw new RuleBroken(
    "form",
    "Too many people wait to be confirmed here. Ask your manager to confirm them first",
  );
}
