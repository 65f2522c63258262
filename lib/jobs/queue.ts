import "server-only";
import { sql } from "drizzle-orm";
import PgBoss from "pg-boss";
import type { Transaction } from "@/lib/db/scope";
import type { QueueName } from "./queues";

/** pg-boss as a writer of jobs: it never connects, each job goes through the caller's transaction. */
const writer = new PgBoss({
  db: { executeSql: () => Promise.reject(new Error("A job needs a transaction.")) },
});

/**
 * Puts a job in a queue, in the caller's transaction: it exists exactly if the rest committed. Ids only.
 * With `startAfter` no worker takes it before that moment.
 */
export async function enqueue(
  tx: Transaction,
  queue: QueueName,
  data: Record<string, string>,
  startAfter?: Date,
): Promise<void> {
  await writer.send(queue, data, {
    ...(startAfter ? { startAfter } : {}),
    db: {
      executeSql: async (text, values) => ({
        rows: [...(await tx.execute(numbered(text, values)))],
      }),
    },
  });
}

/** pg-boss writes $1, $2 …; the transaction takes a template. Undefined becomes null. */
function numbered(text: string, values: unknown[]) {
  const parts = text.split(/\$(\d+)/);
  return sql.join(
    parts.map((part, i) => {
      if (i % 2 === 0) return sql.raw(part);
      const value = values[Number(part) - 1] ?? null;
      return sql`${typeof value === "object" && value !== null ? JSON.stringify(value) : value}`;
    }),
  );
}
