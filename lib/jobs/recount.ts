import "server-only";
import { recountBatch } from "@/lib/coverage/recount";
import { writeScope } from "@/lib/db/scope";
import { listCodes } from "./upkeep";

/** Recounts one borough from its facts, a batch of businesses a transaction. */
export async function recountBorough(boroughCode: string): Promise<void> {
  const scope = { role: "portal_borough" as const, boroughs: [boroughCode] };
  let after: string | null = null;
  do {
    const from: string | null = after;
    after = await writeScope(scope, (tx) => recountBatch({ tx, boroughCode }, from));
  } while (after !== null);
}

/** Recounts every borough in use, after what all of them are asked for has changed; answers how many. */
export async function recountBoroughs(): Promise<number> {
  const { inUse } = await listCodes();
  for (const code of inUse) await recountBorough(code);
  return inUse.length;
}
