import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./lib/build.mjs";
import { runToEnd, stopRunning, TYPESCRIPT } from "./lib/children.mjs";
import { ensureChromium } from "./lib/chromium.mjs";
import { embeddedEnvironment, prepareEmbedded } from "./lib/database.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { dataDir } from "./lib/paths.mjs";
import { run } from "./lib/say.mjs";
import { Stack } from "./lib/stack.mjs";
import { startThrowaway } from "./lib/throwaway.mjs";

/** `npm run bench` measures every bar, `npm run bench -- NAME…` those named, on a cluster of its own. */
await run(async () => {
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stopRunning);
  await ensureInstalled({ forTests: true });
  await ensureBuilt();
  const stack = new Stack();
  try {
    const cluster = await startThrowaway();
    stack.add(cluster.stop);
    const env = { ...embeddedEnvironment(cluster), LOG_LEVEL: "warn" };
    await prepareEmbedded(cluster, env);
    mkdirSync(join(dataDir, "bench-logs"), { recursive: true });
    const names = process.argv.slice(2).filter((word) => word !== "--");
    const { code } = await runToEnd(process.execPath, [...TYPESCRIPT, "bench/run.ts", ...names], {
      env: { ...env, CHROMIUM_PATH: ensureChromium() },
    });
    return code;
  } finally {
    await stack.stopAll();
  }
});
