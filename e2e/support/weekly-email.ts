import { createHash, randomInt, randomUUID } from "node:crypto";
import { inDatabase } from "./database";

/** The address at the foot of a weekly e-mail to this person: at night none is sent that could be read. */
export async function mintStopPath(borough: string, email: string): Promise<string> {
  const secret = randomUUID().replaceAll("-", "").slice(0, 26);
  const hash = createHash("sha256").update(secret).digest("hex");
  await inDatabase(
    [borough],
    (
      tx,
    ) => tx`INSERT INTO weekly_digests (borough_code, id, user_id, week_on, state, stop_hash, settled_at)
      SELECT ${borough}, ${randomUUID()}, id, '2026-01-05'::date - 7 * ${randomInt(1000)}::int, 'sent', ${hash}, now()
      FROM users WHERE email = ${email}`,
  );
  return `/weekly-email/${borough}/${secret}`;
}
