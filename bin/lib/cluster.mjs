import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { databaseAccount } from "./account.mjs";
import { addresses, ensureCredentials, readCredentials, rememberPort } from "./credentials.mjs";
import { initialise } from "./initdb.mjs";
import { findNative } from "./native.mjs";
import { findPlace, knownPlace, shelter } from "./place.mjs";
import { freePort, isFree } from "./ports.mjs";
import { readPidFile, startServer, stopServer } from "./server.mjs";

/** The log must not carry personal data: no statements, no values of refused rows. */
const QUIET = {
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  log_parameter_max_length_on_error: 0,
  timezone: "UTC",
};

/** Nothing of a throw-away cluster needs to outlive a power cut. */
const THROWAWAY = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: 200,
};

async function choosePort(dir, credentials) {
  if (credentials.port && (await isFree(credentials.port))) return credentials;
  return rememberPort(dir, credentials, await freePort());
}

/**
 * Starts the PostgreSQL that lives in `dir`, making it on first use. `throwaway` trades
 * durability for speed and removes everything on stop; `bin` takes another PostgreSQL's programs.
 */
export async function startCluster({ dir, throwaway = false, bin: given, settings = {} }) {
  const account = databaseAccount(knownPlace(dir));
  const native = findNative({ account, given, shelter });
  const base = findPlace(dir, account);
  const data = join(base, "postgres");
  const leftover = readPidFile(data);
  if (leftover) await stopServer(leftover.pid);

  let credentials = ensureCredentials(dir);
  const fresh = initialise({ ...native, account, base, data, credentials, quick: throwaway });
  credentials = await choosePort(dir, credentials);
  const options = {
    bin: native.bin,
    account,
    data,
    log: join(dir, "postgres.log"),
    settings: { ...QUIET, ...(throwaway ? THROWAWAY : {}), ...settings },
  };
  const server = await startPatiently({ ...options, port: credentials.port });
  const stop = async () => {
    await stopServer(server.pid);
    await server.exited;
    if (throwaway) removeCluster(dir, base);
  };
  return { ...addresses(credentials), ...server, port: credentials.port, dir, data, fresh, stop };
}

/** After a kill -9 of the server its last children may hold the shared memory a moment longer. */
async function startPatiently(options) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startServer(options);
    } catch (error) {
      if (attempt === 3) throw error;
      await wait(1000);
    }
  }
}

export function removeCluster(dir, base) {
  rmSync(base, { recursive: true, force: true });
  rmSync(dir, { recursive: true, force: true });
}

/** The addresses of the cluster in `dir` when its server is running now. */
export function runningCluster(dir) {
  const credentials = readCredentials(dir);
  if (!credentials) return undefined;
  const base = knownPlace(dir);
  const server = base && readPidFile(join(base, "postgres"));
  return server
    ? { ...addresses({ ...credentials, port: server.port }), pid: server.pid }
    : undefined;
}
