import { basename } from "node:path";
import { runToEnd, TYPESCRIPT } from "./lib/children.mjs";
import { runningCluster, startCluster } from "./lib/cluster.mjs";
import {
  embeddedDir,
  embeddedEnvironment,
  givenDatabase,
  givenEnvironment,
  prepareEmbedded,
} from "./lib/database.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { takeLock } from "./lib/lock.mjs";
import { PlainFault, run, say } from "./lib/say.mjs";
import { Stack } from "./lib/stack.mjs";

const stack = new Stack();

/** The database this command works on, and the environment that says so. */
async function findDatabase(script) {
  const given = givenDatabase();
  if (given && !given.ownerUrl) {
    throw new PlainFault("Set DATABASE_OWNER_URL (portal_owner, a direct connection) too.");
  }
  if (given) return { ...givenEnvironment(given), DATABASE_OWNER_URL: given.ownerUrl };

  const running = runningCluster(embeddedDir);
  if (running) return embeddedEnvironment({ ...running, dir: embeddedDir });

  stack.add(takeLock());
  const cluster = await startCluster({ dir: embeddedDir });
  stack.add(cluster.stop);
  const env = embeddedEnvironment(cluster);
  if (basename(script) !== "migrate.ts") await prepareEmbedded(cluster, env);
  return env;
}

await run(async () => {
  const [script, ...args] = process.argv.slice(2);
  if (!script) {
    say("Say what to run: node bin/with-database.mjs SCRIPT.ts …");
    return 1;
  }
  // The script gets Ctrl-C too and ends by itself; the database is stopped after it.
  process.on("SIGINT", () => {});
  await ensureInstalled();
  try {
    const env = await findDatabase(script);
    const { code } = await runToEnd(process.execPath, [...TYPESCRIPT, script, ...args], { env });
    return code;
  } finally {
    await stack.stopAll();
  }
});
