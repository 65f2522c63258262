import { randomUUID } from "node:crypto";
import { asOwner, type TestBorough } from "./borough";

/** Somebody with an account who works for the borough. */
export async function mintColleague(
  borough: TestBorough,
): Promise<{ userId: string; email: string }> {
  const [userId, email] = [randomUUID(), `${randomUUID()}@example.org`];
  await asOwner([borough.code], async (tx) => {
    await tx`INSERT INTO users (id, email, name) VALUES (${userId}, ${email}, 'Test Colleague')`;
    await tx`INSERT INTO memberships (borough_code, id, user_id, role)
      VALUES (${borough.code}, ${randomUUID()}, ${userId}, 'borough_officer')`;
  });
  return { userId, email };
}
