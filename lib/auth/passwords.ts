import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { RuleBroken } from "@/lib/errors";
import { isCommonPassword } from "./common-passwords";

/** OWASP's minimum for Argon2id: 19 MiB, two passes, one lane. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a password or PIN; about 20 ms. Never call it inside a transaction. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), ARGON2ID);
}

let decoy: Promise<string> | undefined;

/** Is this the password? With no hash (no such account) it takes just as long and answers no. */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("decoy of an account that does not exist");
  const matches = await verify(kept ?? (await decoy), password.normalize("NFC"));
  return kept !== null && matches;
}

/** NCSC's advice: length and a deny-list, no rules of composition. Throws RuleBroken on `password`. */
export function checkNewPassword(password: string): void {
  if (password.length < 8)
    throw new RuleBroken("password", "Choose a password of 8 characters or more");
  if (password.length > 200)
    throw new RuleBroken("password", "Choose a password of 200 characters or fewer");
  if (isCommonPassword(password)) {
    throw new RuleBroken(
      "password",
      "Choose another password: many people use this one, so it is easy to guess",
    );
  }
}
