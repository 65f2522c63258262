import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./lib/build.mjs";
import { stopRunning } from "./lib/children.mjs";
import { startCluster } from "./lib/cluster.mjs";
import {
  embeddedDir,
  embeddedEnvironment,
  givenDatabase,
  givenEnvironment,
  migrateGiven,
  prepareEmbedded,
} from "./lib/database.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { takeLock } from "./lib/lock.mjs";
import { dataDir } from "./lib/paths.mjs";
import { startMailbox, startPortal } from "./lib/portal.mjs";
import { explainPort } from "./lib/ports.mjs";
import { explain, PlainFault, say } from "./lib/say.mjs";
import { Stack, untilToldToStop } from "./lib/stack.mjs";
import { printAccounts } from "./lib/welcome.mjs";

const dev = process.argv.includes("--dev");
const port = Number(process.env.PORT || 3000);
const stack = new Stack();

async function checkPort(host) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new PlainFault(`PORT is "${process.env.PORT}": give a number between 1 and 65535.`);
  }
  const fault = await explainPort(port, host);
  if (fault) throw new PlainFault(fault);
}

async function startEmbedded() {
  const starting = startCluster({ dir: embeddedDir });
  stack.add(async () => (await starting).stop());
  const cluster = await starting;
  const env = embeddedEnvironment(cluster);
  await prepareEmbedded(cluster, env);
  if (process.env.SMTP_URL) return { cluster, env: { ...env, MAILBOX_DIR: undefined } };

  const dir = join(dataDir, "mail");
  const mailbox = await startMailbox({ dir, log: join(dataDir, "mailbox.log") });
  stack.add(mailbox.stop);
  const mail = { SMTP_URL: mailbox.smtpUrl, MAILBOX_DIR: mailbox.dir };
  return { cluster, mailbox, env: { ...env, ...mail } };
}

/** Starts everything and resolves with the name of the first part that ends by itself. */
async function startAll(given) {
  // Known passwords belong on this machine alone; a real portal is reached from others.
  const host = process.env.HOST || (given ? "0.0.0.0" : "127.0.0.1");
  mkdirSync(dataDir, { recursive: true });
  if (!given) stack.add(takeLock());
  await checkPort(host);
  if (given) await migrateGiven(given);
  const embedded = given ? undefined : await startEmbedded();
  if (!dev) await ensureBuilt();
  const env = embedded?.env ?? givenEnvironment(given);
  const url = process.env.PORTAL_URL || `http://localhost:${port}`;
  const logDir = given || dev ? undefined : dataDir;
  const starting = startPortal({ port, host, dev, logDir, env: { ...env, PORTAL_URL: url } });
  stack.add(async () => (await starting).stop());
  const portal = await starting;
  if (embedded) await printAccounts(url, embedded.cluster.ownerUrl);
  say();
  say(`The portal is ready at ${url}`);
  say("Ctrl-C stops it.");
  return Promise.race([
    portal.exited,
    ...(embedded ? [embedded.cluster.exited.then(() => "database")] : []),
    ...(embedded?.mailbox ? [embedded.mailbox.exited.then(() => "local mail server")] : []),
  ]);
}

const told = untilToldToStop();
let code = 0;
try {
  await ensureInstalled();
  const ended = await Promise.race([told.then(() => undefined), startAll(givenDatabase())]);
  if (ended) {
    code = 1;
    say(
      `The ${ended} stopped by itself, so everything else stops too. The logs are in ${dataDir}.`,
    );
  } else {
    say("Stopping…");
  }
} catch (error) {
  code = 1;
  explain(error);
}
stopRunning();
await stack.stopAll();
process.exit(code);
