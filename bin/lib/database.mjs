import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runScript } from "./children.mjs";
import { ensureCredentials } from "./credentials.mjs";
import { dataDir } from "./paths.mjs";
import { PlainFault, say } from "./say.mjs";
import { fingerprint, MIGRATED_FROM } from "./sources.mjs";

/** The database given by the environment, or undefined when the embedded one is meant. */
export function givenDatabase() {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, PORTAL_SECRET } = process.env;
  if (!appUrl && ownerUrl) {
    throw new PlainFault(
      "DATABASE_OWNER_URL is set without DATABASE_URL: set both, or neither for the embedded database.",
    );
  }
  if (!appUrl) return undefined;
  if ((PORTAL_SECRET ?? "").length < 32) {
    throw new PlainFault(
      "With DATABASE_URL, PORTAL_SECRET is needed too: at least 32 random characters that stay the same from start to start (openssl rand -base64 48 makes some).",
    );
  }
  return { appUrl, ownerUrl };
}

/** What the portal's processes need to know of a real database: never a demonstration. */
export function givenEnvironment({ appUrl }) {
  return { DATABASE_URL: appUrl, PORTAL_DEMONSTRATION: "0", MAILBOX_DIR: undefined };
}

/** The same for the embedded database in `dir`: always the demonstration. */
export function embeddedEnvironment({ appUrl, ownerUrl, dir }) {
  return {
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    PORTAL_SECRET: process.env.PORTAL_SECRET || ensureCredentials(dir).portalSecret,
    PORTAL_DEMONSTRATION: "1",
    EXPORTS_DIR: join(dir, "exports"),
  };
}

export async function migrateGiven({ appUrl, ownerUrl }) {
  if (!ownerUrl) {
    say("DATABASE_OWNER_URL is not set, so nothing is migrated: npm run db:migrate does it.");
    return;
  }
  say("Bringing the database up to date…");
  const env = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl };
  await runScript("drizzle/migrate.ts", { env });
  await runScript("bin/publish-library.ts", { env });
}

/**
 * Migrates the embedded database and loads the demonstration, and skips both while nothing they
 * depend on has changed. The stamp lies beside the data, so a new database never inherits one.
 */
export async function prepareEmbedded(cluster, env) {
  const stamp = join(cluster.data, "oms-stamp");
  const wanted = fingerprint(MIGRATED_FROM);
  const known = existsSync(stamp) ? readFileSync(stamp, "utf8") : undefined;
  if (known === wanted) return;
  rmSync(stamp, { force: true });
  say(known ? "Bringing the database up to date…" : "Making the database…");
  await runScript("drizzle/migrate.ts", { env });
  if (!known) say("Loading the demonstration: invented businesses and people…");
  await runScript("drizzle/seed/demonstration.ts", { env });
  await runScript("bin/publish-library.ts", { env });
  writeFileSync(stamp, wanted);
}

export const embeddedDir = dataDir;
