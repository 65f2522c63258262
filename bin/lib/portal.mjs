import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { distName, serverFolder } from "./build.mjs";
import { startChild, TYPESCRIPT } from "./children.mjs";
import { dataDir, root } from "./paths.mjs";
import { answers, freePort } from "./ports.mjs";
import { PlainFault } from "./say.mjs";

const LONGEST_START = 90_000;

const tail = (log) =>
  log && existsSync(log)
    ? `:\n${readFileSync(log, "utf8").trim().split("\n").slice(-8).join("\n")}`
    : ".";

/** Waits until `ready` says so; a child that ends before is the fault to tell. */
async function untilReady(child, log, ready) {
  let ended = false;
  child.exited.then(() => {
    ended = true;
  });
  for (const until = Date.now() + LONGEST_START; !(await ready()); await wait(50)) {
    if (ended) throw new PlainFault(`The ${child.name} did not start${tail(log)}`);
    if (Date.now() > until) throw new PlainFault(`The ${child.name} does not answer${tail(log)}`);
  }
}

/** A real SMTP server of our own, whose messages land in `dir`. */
export async function startMailbox({ dir, log }) {
  mkdirSync(dir, { recursive: true });
  const port = await freePort();
  const args = [join(root, "bin/mailbox.mjs"), "--dir", dir, "--port", String(port)];
  const child = startChild({ name: "local mail server", args, log, grace: 5_000 });
  await untilReady(child, log, () => answers(port));
  return { ...child, smtpUrl: `smtp://127.0.0.1:${port}`, dir };
}

async function isReady(url) {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) });
    await answer.text();
    return answer.status === 200;
  } catch {
    return false;
  }
}

const web = ({ dev, port, host }) =>
  dev
    ? [join(root, "node_modules/next/dist/bin/next"), "dev", "-p", String(port), "-H", host]
    : [join(serverFolder(), "server.js")];

/**
 * Starts the web server and the worker and waits until both the portal and its database answer.
 * `env` is what both get: DATABASE_URL, PORTAL_SECRET, PORTAL_URL, SMTP_URL and the rest.
 */
export async function startPortal({
  port,
  host = "127.0.0.1",
  dev = false,
  env,
  logDir,
  worker = true,
}) {
  const logs = (name) => (logDir ? join(logDir, `${name}.log`) : undefined);
  const both = {
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_ENV: dev ? "development" : "production",
    PORTAL_URL: `http://localhost:${port}`,
    // The built server moves into a folder of its own: a path that is not absolute would lie there.
    PICTURES_DIR: process.env.PICTURES_DIR || join(dataDir, "pictures"),
    ...env,
    // Neither may do what only a migration does.
    DATABASE_OWNER_URL: undefined,
    DATABASE_SUPERUSER_URL: undefined,
    NEXT_DIST_DIR: distName(),
    PORT: String(port),
    HOSTNAME: host,
    // Longer than the idle time of common proxies, so that none sends into a closing connection.
    KEEP_ALIVE_TIMEOUT: process.env.KEEP_ALIVE_TIMEOUT || "65000",
  };
  const children = [];
  const start = (name, log, args) => {
    children.push(startChild({ name, args, env: both, log: logs(log) }));
    return children.at(-1);
  };
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()));
  };
  const reach = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  try {
    const server = start("web server", "web", web({ dev, port, host }));
    await untilReady(server, logs("web"), () => isReady(`http://${reach}:${port}`));
    // Only now: starting both at once would keep the first page waiting for the other's compiler.
    if (worker) start("worker", "worker", [...TYPESCRIPT, join(root, "bin/worker.ts")]);
  } catch (error) {
    await stop();
    throw error;
  }
  const exited = Promise.race(children.map((child) => child.exited.then(() => child.name)));
  return { url: both.PORTAL_URL, children, exited, stop };
}
