import "server-only";
import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import {
  passwordLinks,
  policeMemberships,
  programmeMemberships,
  users,
} from "@/lib/db/schema/auth";
import { policeAreas } from "@/lib/db/schema/boroughs";
import { type Transaction, writeScope } from "@/lib/db/scope";
import { RuleBroken } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/queue";
import { hashSecret, linkSecret } from "./secrets";
import { recordAuthEvent } from "./session";

const WELCOME_DAYS = 7;

export type Welcome =
  | { role: "programme"; email: string; name: string }
  | { role: "police_officer"; email: string; name: string; policeAreaCode: string };

/**
 * Gives a person of the programme team or the police their place, and mails them a link to choose a
 * password. A person who is known already keeps their account and gains the place.
 * Throws RuleBroken on `policeAreaCode` when there is no such area.
 */
export async function welcomePerson(welcome: Welcome): Promise<{ userId: string; path: string }> {
  const email = welcome.email.trim().toLowerCase();
  return writeScope({ role: "portal_auth", boroughs: [] }, async (tx) => {
    const userId = await findOrCreateUser(tx, email, welcome.name.trim());
    if (welcome.role === "programme") {
      await tx
        .insert(programmeMemberships)
        .values({ userId })
        .onConflictDoUpdate({
          target: programmeMemberships.userId,
          set: { endedAt: null },
        });
    } else {
      await joinPoliceArea(tx, userId, welcome.policeAreaCode);
    }
    await recordAuthEvent(tx, `welcome.${welcome.role}`, { userId });
    const linkId = randomUUID();
    const secret = linkSecret("password", linkId);
    await tx.insert(passwordLinks).values({
      id: linkId,
      userId,
      tokenHash: hashSecret(secret),
      reason: "welcome",
      expiresAt: new Date(Date.now() + WELCOME_DAYS * 86_400_000),
    });
    await enqueue(tx, "password-link.send", { linkId });
    return { userId, path: `/password/${secret}` };
  });
}

async function findOrCreateUser(tx: Transaction, email: string, name: string): Promise<string> {
  const [known] = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(sql`lower(${users.email})`, email));
  if (known) return known.id;
  const id = randomUUID();
  await tx.insert(users).values({ id, email, name });
  return id;
}

async function joinPoliceArea(tx: Transaction, userId: string, code: string): Promise<void> {
  const [area] = await tx
    .select({ code: policeAreas.code })
    .from(policeAreas)
    .where(eq(policeAreas.code, code));
  if (!area) throw new RuleBroken("policeAreaCode", "Choose a police area");
  await tx
    .insert(policeMemberships)
    .values({ userId, policeAreaCode: code })
    .onConflictDoUpdate({
      target: [policeMemberships.userId, policeMemberships.policeAreaCode],
      set: { endedAt: null },
    });
}
