import { PgDialect } from "drizzle-orm/pg-core";
import {
  drizzle,
  type PostgresJsDatabase,
  PostgresJsSession,
  PostgresJsTransaction,
} from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { env } from "../env";
import { guardedClient } from "./guard";

interface Pool {
  client: postgres.Sql;
}

// A module may be loaded more than once by the bundler; a process still has one pool.
const holder = globalThis as typeof globalThis & { portalPool?: Pool | undefined };

function pool(): Pool {
  if (!holder.portalPool) {
    const client = guardedClient(env().DATABASE_URL, { max: env().DATABASE_POOL });
    // Only for what it does to the client: days and moments arrive as drizzle's columns expect them.
    drizzle(client);
    holder.portalPool = { client };
  }
  return holder.portalPool;
}

/** The guarded client of this process; use a scope instead unless you are lib/db itself. */
export function databaseClient(): postgres.Sql {
  return pool().client;
}

export type Transaction = Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0];

// One dialect for all transactions: it remembers the snake_case name of every column.
const DIALECT = new PgDialect({ casing: "snake_case" });

/** What drizzle itself makes of the driver's transaction; its types do not admit that it does. */
function over(client: postgres.TransactionSql): Transaction {
  const session = new PostgresJsSession(client as never, DIALECT, undefined);
  return new PostgresJsTransaction(DIALECT, session as never, undefined) as never;
}

/**
 * A transaction whose `opening` statements travel with its first query instead of being waited for:
 * should they fail, the transaction is aborted and PostgreSQL refuses whatever follows.
 */
export async function transaction<T>(
  opening: string,
  run: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const value = await databaseClient().begin(async (client) => {
    const opened = client.unsafe(opening).execute();
    const [result] = await Promise.all([run(over(client)), opened]);
    return result;
  });
  return value as T;
}

/** Waits for open transactions, then closes; used at shutdown and by tests. */
export async function closeDatabase(): Promise<void> {
  const open = holder.portalPool;
  holder.portalPool = undefined;
  await open?.client.end({ timeout: 5 });
}
