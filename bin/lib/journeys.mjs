import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { isBuilt } from "./build.mjs";
import { runToEnd } from "./children.mjs";
import { ensureChromium } from "./chromium.mjs";
import { countFile, readCount } from "./counts.mjs";
import { embeddedEnvironment, prepareEmbedded } from "./database.mjs";
import { dataDir, root } from "./paths.mjs";
import { startMailbox, startPortal } from "./portal.mjs";
import { freePort } from "./ports.mjs";
import { PlainFault, say } from "./say.mjs";
import { Stack } from "./stack.mjs";
import { startThrowaway } from "./throwaway.mjs";

/** A portal of the tests' own: real database, real mail, the built server and the worker. */
export async function startTestPortal(stack) {
  const cluster = await startThrowaway();
  stack.add(cluster.stop);
  const env = embeddedEnvironment(cluster);
  await prepareEmbedded(cluster, env);
  const logDir = join(dataDir, "test-logs");
  mkdirSync(logDir, { recursive: true });
  const mailbox = await startMailbox({
    dir: join(cluster.dir, "mail"),
    log: join(logDir, "mailbox.log"),
  });
  stack.add(mailbox.stop);
  const mail = { SMTP_URL: mailbox.smtpUrl, MAILBOX_DIR: mailbox.dir };
  const pictures = { PICTURES_DIR: join(cluster.dir, "pictures") };
  const port = await freePort();
  const portal = await startPortal({ port, logDir, env: { ...env, ...mail, ...pictures } });
  stack.add(portal.stop);
  return { ...env, ...mail, PORTAL_URL: portal.url };
}

function addUp(report, code) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  const failed = unexpected + flaky + (report?.errors?.length ?? 0);
  return { passed: expected, failed: failed || (code === 0 ? 0 : 1), skipped };
}

/** Runs the Playwright tests; `args` choose among them as Playwright's own arguments do. */
export async function runJourneys(args = []) {
  if (!isBuilt()) throw new PlainFault("skipped: needs a finished build (npm test -- build)");
  const stack = new Stack();
  try {
    const chromium = ensureChromium();
    say("Starting a portal for the journeys…");
    const file = countFile("journeys");
    const env = {
      ...(await startTestPortal(stack)),
      CHROMIUM_PATH: chromium,
      OMS_COUNT_FILE: file,
    };
    const cli = join(root, "node_modules/@playwright/test/cli.js");
    const { code } = await runToEnd(process.execPath, [cli, "test", ...args], { env });
    return addUp(readCount(file), code);
  } finally {
    await stack.stopAll();
  }
}
