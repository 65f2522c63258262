import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { commandOutcomes } from "@/lib/db/schema/audit";
import type { Transaction } from "@/lib/db/scope";
import { Conflict } from "./errors";

interface Request {
  boroughCode: string;
  actorId: string;
  command: string;
  key: string;
  bodyHash: string;
}

/**
 * The first answer to this key, waiting for a twin that is still running (a transaction-level
 * advisory lock). Throws Conflict when the same key came with another body.
 */
export async function findOutcome(
  tx: Transaction,
  request: Request,
): Promise<{ value: unknown } | null> {
  const lock = [request.boroughCode, request.actorId, request.command, request.key].join("|");
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  const [row] = await tx
    .select({ bodyHash: commandOutcomes.bodyHash, outcome: commandOutcomes.outcome })
    .from(commandOutcomes)
    .where(
      and(
        eq(commandOutcomes.boroughCode, request.boroughCode),
        eq(commandOutcomes.actorId, request.actorId),
        eq(commandOutcomes.command, request.command),
        eq(commandOutcomes.key, request.key),
      ),
    );
  if (!row) return null;
  if (row.bodyHash !== request.bodyHash) {
    throw new Conflict("You changed this since you sent it. Open the page again and check it.");
  }
  return row.outcome as { value: unknown };
}

/** Keeps a committed outcome for 7 days (the retention sweep deletes it). */
export async function keepOutcome(
  tx: Transaction,
  request: Request,
  value: unknown,
): Promise<void> {
  await tx.insert(commandOutcomes).values({ ...request, outcome: { value: value ?? null } });
}
