import { randomBytes } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { removeCluster, runningCluster, startCluster } from "./cluster.mjs";
import { dataDir } from "./paths.mjs";
import { knownPlace } from "./place.mjs";
import { alive, stopServer } from "./server.mjs";

const NAME = /^test-(\d+)-/;

/** Stops and removes the throw-away clusters of test runs that were killed. */
async function sweep() {
  if (!existsSync(dataDir)) return;
  for (const name of readdirSync(dataDir)) {
    const owner = Number(NAME.exec(name)?.[1]);
    if (!owner || alive(owner)) continue;
    const dir = join(dataDir, name);
    const running = runningCluster(dir);
    if (running) await stopServer(running.pid);
    removeCluster(dir, knownPlace(dir) ?? dir);
  }
}

/** A cluster for one test run, gone when it stops. */
export async function startThrowaway(options = {}) {
  await sweep();
  const dir = join(dataDir, `test-${process.pid}-${randomBytes(3).toString("hex")}`);
  return startCluster({ dir, throwaway: true, ...options });
}
