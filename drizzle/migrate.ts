import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import PgBoss from "pg-boss";
import postgres from "postgres";
import { keptPlanFunctions } from "@/lib/coverage/kept-plans";
import { PORTAL_ROLES } from "@/lib/db/scope";
import { jobGrants, wallStatements } from "@/lib/db/walls";
import { QUEUES } from "@/lib/jobs/queues";

const HERE = dirname(fileURLToPath(import.meta.url));
/** One number for "a portal migration is running", so that two migrators wait for each other. */
const MIGRATION_LOCK = 41_199_033;

/** The newest migration's name: what /readyz expects to find applied. */
export function newestMigration(folder = HERE): string {
  const journal = JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8")) as {
    entries: { tag: string }[];
  };
  return journal.entries.at(-1)?.tag ?? "none";
}

async function createRoles(sql: postgres.Sql, login: string): Promise<void> {
  for (const role of [...PORTAL_ROLES, "portal_lookup"]) {
    const [exists] = await sql`SELECT 1 FROM pg_roles WHERE rolname = ${role}`;
    if (!exists) await sql.unsafe(`CREATE ROLE ${role} NOLOGIN NOINHERIT`);
  }
  const [app] = await sql`SELECT 1 FROM pg_roles WHERE rolname = ${login}`;
  if (!app)
    throw new Error(
      `The role ${login} of DATABASE_URL does not exist yet. Create it first: see docs/operations.md.`,
    );
  await sql.unsafe(`GRANT ${PORTAL_ROLES.join(", ")} TO "${login}"`);
  const [owner] = await sql<{ name: string }[]>`SELECT current_user AS name`;
  const [member] = await sql`SELECT 1 WHERE pg_has_role(current_user, 'portal_lookup', 'MEMBER')
    AND (SELECT count(*) FROM pg_auth_members m WHERE m.roleid = 'portal_lookup'::regrole AND m.member = current_user::regrole) > 0
    AND current_setting('server_version_num')::int < 160000`;
  if (!member) await sql.unsafe(`GRANT portal_lookup TO "${owner?.name}"`);
}

async function createQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    supervise: false,
    schedule: false,
    max: 2,
  });
  boss.on("error", () => {});
  await boss.start();
  for (const queue of QUEUES) {
    if (await boss.getQueue(queue.name)) await boss.updateQueue(queue.name, queue);
    else await boss.createQueue(queue.name, queue);
  }
  await boss.stop({ graceful: false, wait: true });
}

/**
 * Brings the database at `ownerUrl` up to this release: roles, migrations, walls, queues.
 * `appUrl` names the login the app connects as. Safe to run again and by two at once.
 */
export async function migrateDatabase(ownerUrl: string, appUrl: string): Promise<void> {
  const login = decodeURIComponent(new URL(appUrl).username);
  if (!/^[a-z_][a-z0-9_]*$/.test(login))
    throw new Error("DATABASE_URL needs a plain lower-case user name.");
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, prepare: false });
  try {
    await sql`SELECT pg_advisory_lock(${MIGRATION_LOCK})`;
    await sql.unsafe("SET lock_timeout = '5s'");
    await createRoles(sql, login);
    await migrate(drizzle(sql), { migrationsFolder: HERE });
    const statements = [...keptPlanFunctions(), ...wallStatements(login)];
    const wanted = createHash("sha256").update(statements.join(";\n")).digest("hex");
    const [walls] = await sql`SELECT value FROM schema_state WHERE name = 'walls'`;
    if (walls?.value !== wanted) {
      await sql.begin(async (tx) => {
        for (const statement of statements) await tx.unsafe(statement);
        await tx`INSERT INTO schema_state (name, value) VALUES ('walls', ${wanted})
          ON CONFLICT (name) DO UPDATE SET value = excluded.value`;
      });
    }
    await createQueues(ownerUrl);
    for (const statement of jobGrants()) await sql.unsafe(statement);
    await sql`INSERT INTO schema_state (name, value) VALUES ('migration', ${newestMigration()})
      ON CONFLICT (name) DO UPDATE SET value = excluded.value`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { DATABASE_OWNER_URL: owner, DATABASE_URL: app } = process.env;
  if (!owner || !app) {
    console.error("Set DATABASE_OWNER_URL (portal_owner) and DATABASE_URL (portal_login) first.");
    process.exit(1);
  }
  await migrateDatabase(owner, app);
  console.log(`The database is at ${newestMigration()}.`);
}
