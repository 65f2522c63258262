import "server-only";
import { databaseClient } from "./db/client";
import { findRefusals } from "./db/refusal";
import { env, isDemonstration } from "./env";

/** Checks the environment and the database login; ends the process when either is unsafe. */
export async function checkStart(): Promise<void> {
  const faults = await findFaults();
  if (faults.length === 0) return;
  for (const fault of faults) console.error(fault);
  process.exit(1);
}

async function findFaults(): Promise<string[]> {
  try {
    env();
  } catch (error) {
    return [error instanceof Error ? error.message : "The portal cannot start."];
  }
  try {
    const refusals = await findRefusals(databaseClient(), { demonstration: isDemonstration() });
    return refusals.map((fault) => `The portal will not start. ${fault}`);
  } catch {
    return [
      "The portal cannot start: the database of DATABASE_URL does not answer, or was not migrated.",
    ];
  }
}
