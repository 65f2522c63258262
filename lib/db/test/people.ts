import { randomUUID } from "node:crypto";
import { hashPassword } from "@/lib/auth/passwords";
import { hashSecret, linkSecret } from "@/lib/auth/secrets";
import { asOwner, ownerClient, type TestBorough } from "./borough";

export const TEST_PASSWORD = "Larkspur-9-lanterns";

let kept: Promise<string> | undefined;

/** A user with TEST_PASSWORD, of no place yet. */
export async function mintUser(): Promise<{ id: string; email: string }> {
  kept ??= hashPassword(TEST_PASSWORD);
  const id = randomUUID();
  const email = `${id}@example.org`;
  await ownerClient()`
    INSERT INTO users (id, email, name, password_hash)
    VALUES (${id}, ${email}, 'Test Person', ${await kept})`;
  return { id, email };
}

/** An open invitation and the secret of its link; `sent` overrides what it says. */
export async function mintInvitation(
  borough: TestBorough,
  sent: {
    role?: "borough_admin" | "borough_officer" | "business_manager";
    businessId?: string;
    email?: string;
    expiresOn?: string;
  },
): Promise<{ id: string; secret: string }> {
  const id = randomUUID();
  const secret = linkSecret("invitation", borough.code, id);
  const {
    role = "business_manager",
    businessId = null,
    email = null,
    expiresOn = "2099-12-31",
  } = sent;
  await asOwner(
    [borough.code],
    (tx) => tx`
    INSERT INTO invitations
      (borough_code, id, role, business_id, channel, email, token_hash, created_by, expires_on)
    VALUES (${borough.code}, ${id}, ${role}, ${businessId}, ${email ? "email" : "letter"}, ${email},
      ${hashSecret(secret)}, ${randomUUID()}, ${expiresOn})`,
  );
  return { id, secret };
}

/** Gives a business its first join code and answers with it. */
export async function mintJoinCode(borough: TestBorough, businessId: string): Promise<string> {
  const secret = linkSecret("join", borough.code, businessId, 1);
  await asOwner(
    [borough.code],
    (tx) => tx`
    UPDATE businesses SET join_code_hash = ${hashSecret(secret)}
    WHERE borough_code = ${borough.code} AND id = ${businessId}`,
  );
  return secret;
}
