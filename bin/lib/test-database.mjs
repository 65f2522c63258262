import { randomBytes } from "node:crypto";
import { runScript } from "./children.mjs";
import { startThrowaway } from "./throwaway.mjs";

/**
 * Gives the database tests a PostgreSQL of their own, migrated once. DATABASE_OWNER_URL and
 * DATABASE_URL given from outside are used as they are, so a test can be tried on another server.
 */
export default async function setup() {
  process.env.PORTAL_SECRET ??= randomBytes(32).toString("base64url");
  process.env.LOG_LEVEL ??= "silent";
  const given = process.env.DATABASE_OWNER_URL && process.env.DATABASE_URL;
  const cluster = given ? undefined : await startThrowaway();
  if (cluster) {
    process.env.DATABASE_OWNER_URL = cluster.ownerUrl;
    process.env.DATABASE_URL = cluster.appUrl;
    process.env.DATABASE_SUPERUSER_URL = cluster.superuserUrl;
  }
  try {
    await runScript("drizzle/migrate.ts");
    await runScript("bin/publish-library.ts");
  } catch (error) {
    await cluster?.stop();
    throw error;
  }
  return async () => cluster?.stop();
}
