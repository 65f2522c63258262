import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, exists, gte, isNull, sql } from "drizzle-orm";
import { recordAudit } from "@/lib/audit/record";
import { londonDate } from "@/lib/dates";
import { pinCodes, staffMembers, staffPins } from "@/lib/db/schema/people";
import { type Transaction, writeScope } from "@/lib/db/scope";
import { NotFound, RuleBroken } from "@/lib/errors";
import { nameKey } from "@/lib/people/join-name";
import { namedHere, type Place, refuseWeakPin, scopeOf, throttle } from "./join";
import { findJoinPlace } from "./lookups";
import { hashPassword } from "./passwords";
import { hashSecret, readTypedSecret } from "./secrets";
import { recordAuthEvent, type SessionToken, startSession } from "./session";

export interface Choosing {
  boroughCode: string;
  /** The secret of the business's staff link. */
  secret: string;
  name: string;
  /** As it was typed. */
  code: string;
  pin: string;
  source: string;
}

const NOT_FOUND =
  "This name and code do not go together. Check both. A code works once, for 14 days: your manager can make a new one";

/**
 * Gives somebody the PIN they choose, by their name and the code from their manager, and signs them in;
 * of many tries with one code, one is let in. Throws NotFound for a staff link that opens nothing,
 * RuleBroken on `pin`, `code` or `form`; what is said never tells whether the name is known.
 */
export async function choosePin(given: Choosing): Promise<{ token: SessionToken; href: string }> {
  const found = await findJoinPlace(given.boroughCode, given.secret);
  if (!found?.open) throw new NotFound("No such join code.");
  const place: Place = { boroughCode: given.boroughCode, businessId: found.businessId };
  refuseWeakPin(given.pin);
  await throttle(place, nameKey(given.name), given.source);
  const pinHash = await hashPassword(given.pin);
  const token = await writeScope(scopeOf(place), (tx) => useCode(tx, place, given, pinHash));
  if (token) return { token, href: `/learn/${place.businessId}` };
  await writeScope(scopeOf(place), (tx) =>
    recordAuthEvent(tx, "pin_code.refused", { boroughCode: place.boroughCode }),
  );
  throw new RuleBroken("code", NOT_FOUND);
}

async function useCode(
  tx: Transaction,
  place: Place,
  given: Choosing,
  pinHash: string,
): Promise<SessionToken | null> {
  const { boroughCode, businessId } = place;
  const [used] = await tx
    .update(pinCodes)
    .set({ usedAt: new Date() })
    .where(
      and(
        eq(pinCodes.boroughCode, boroughCode),
        eq(pinCodes.businessId, businessId),
        eq(pinCodes.codeHash, hashSecret(readTypedSecret(given.code))),
        isNull(pinCodes.usedAt),
        gte(pinCodes.expiresOn, londonDate(new Date())),
        exists(
          tx
            .select({ one: sql`1` })
            .from(staffMembers)
            .where(
              and(namedHere(place, nameKey(given.name)), eq(staffMembers.id, pinCodes.staffId)),
            ),
        ),
      ),
    )
    .returning({ staffId: pinCodes.staffId });
  if (!used) return null;
  const { staffId } = used;
  await tx
    .insert(staffPins)
    .values({ boroughCode, staffId, pinHash })
    .onConflictDoUpdate({
      target: [staffPins.boroughCode, staffPins.staffId],
      set: { pinHash, changedAt: new Date() },
    });
  const viewer = { role: "staff", name: "", boroughCode, businessId, staffId } as const;
  await recordAudit({ tx, viewer, boroughCode }, "staff.choose_pin", randomUUID(), {
    subject: ["staff_member", staffId],
    businessId,
    fields: ["pin"],
  });
  return startSession(tx, { boroughCode, businessId, staffId });
}
