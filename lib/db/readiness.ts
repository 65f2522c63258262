import "server-only";
import journal from "@/drizzle/meta/_journal.json";
import { databaseClient } from "./client";

export type Readiness = "ready" | "database" | "migration" | "slow";

const MOST_MS = 500;

/** Does the database answer within half a second, with the newest migration of this release? */
export async function readiness(): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<Readiness>((resolve) => {
    timer = setTimeout(() => resolve("slow"), MOST_MS);
  });
  try {
    return await Promise.race([ask(), slow]);
  } finally {
    clearTimeout(timer);
  }
}

async function ask(): Promise<Readiness> {
  try {
    const value = await databaseClient().begin(async (tx) => {
      await tx.unsafe("SET LOCAL ROLE portal_auth; SET LOCAL statement_timeout = 500");
      const [row] = await tx.unsafe("SELECT value FROM schema_state WHERE name = 'migration'");
      return row?.value;
    });
    return value === journal.entries.at(-1)?.tag ? "ready" : "migration";
  } catch {
    return "database";
  }
}
