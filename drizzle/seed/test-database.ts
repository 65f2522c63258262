import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { migrateDatabase } from "@/drizzle/migrate";

export interface OwnDatabase {
  drop(): Promise<void>;
}

/** A database of its own for the demonstration, so that no other test meets it. */
export function demonstrationDatabase(): Promise<OwnDatabase> {
  process.env.PORTAL_DEMONSTRATION = "1";
  return ownDatabase("demonstration");
}

/**
 * Points this process at a database of its own, migrated, before anything has read the environment.
 * Where the owner may not create one, the given one is used.
 */
export async function ownDatabase(prefix: string): Promise<OwnDatabase> {
  const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl } = process.env;
  if (!ownerUrl || !appUrl)
    throw new Error("Database tests need DATABASE_OWNER_URL and DATABASE_URL.");
  const name = `${prefix}_${randomBytes(6).toString("hex")}`;
  if (!(await run(ownerUrl, `CREATE DATABASE ${name}`))) return { drop: async () => {} };
  const within = (url: string) => {
    const moved = new URL(url);
    moved.pathname = `/${name}`;
    return moved.href;
  };
  process.env.DATABASE_OWNER_URL = within(ownerUrl);
  process.env.DATABASE_URL = within(appUrl);
  await migrateDatabase(within(ownerUrl), within(appUrl));
  return {
    drop: async () => {
      await run(ownerUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** False when the role may not; any other fault is thrown. */
async function run(url: string, statement: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
    return true;
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === "42501") return false;
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
