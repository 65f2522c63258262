import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { env } from "../env";
import { guardedClient } from "./guard";

interface Pool {
  client: postgres.Sql;
  db: PostgresJsDatabase;
}

// A module may be loaded more than once by the bundler; a process still has one pool.
const holder = globalThis as typeof globalThis & { portalPool?: Pool | undefined };

function pool(): Pool {
  if (!holder.portalPool) {
    const client = guardedClient(env().DATABASE_URL, { max: env().DATABASE_POOL });
    holder.portalPool = { client, db: drizzle(client, { casing: "snake_case" }) };
  }
  return holder.portalPool;
}

/** The guarded client of this process; use a scope instead unless you are lib/db itself. */
export function databaseClient(): postgres.Sql {
  return pool().client;
}

export function database(): PostgresJsDatabase {
  return pool().db;
}

/** Waits for open transactions, then closes; used at shutdown and by tests. */
export async function closeDatabase(): Promise<void> {
  const open = holder.portalPool;
  holder.portalPool = undefined;
  await open?.client.end({ timeout: 5 });
}
