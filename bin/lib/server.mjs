import { spawn } from "node:child_process";
import { existsSync, openSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { asAccount } from "./account.mjs";
import { SERVER_ENV } from "./initdb.mjs";
import { PlainFault } from "./say.mjs";

const LONGEST_START = 60_000;
const LONGEST_STOP = 30_000;

export function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** The running server of this data folder, as its own pid file tells it. */
export function readPidFile(data) {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !alive(pid) || !isServer(pid, data)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/** A pid may have been given to another program since: only a server of this folder counts. */
function isServer(pid, data) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === data;
  } catch {
    return !existsSync("/proc/self");
  }
}

async function goneWithin(pid, milliseconds) {
  for (const until = Date.now() + milliseconds; alive(pid); await wait(50)) {
    if (Date.now() > until) return false;
  }
  return true;
}

/** Stops a server: open transactions are rolled back, everything committed is kept. */
export async function stopServer(pid) {
  if (!alive(pid)) return;
  process.kill(pid, "SIGINT");
  if (await goneWithin(pid, LONGEST_STOP)) return;
  process.kill(pid, "SIGQUIT");
  await goneWithin(pid, LONGEST_STOP);
}

const tail = (file) => readFileSync(file, "utf8").trim().split("\n").slice(-5).join("\n");

/**
 * Starts a server in its own session, so that Ctrl-C in a terminal reaches us and not it.
 * Resolves once it takes connections; `exited` resolves when it ends, for whatever reason.
 */
export async function startServer({ bin, account, data, port, log, settings }) {
  const logFile = openSync(log, "a", 0o600);
  const given = { listen_addresses: "127.0.0.1", unix_socket_directories: "", port, ...settings };
  const args = Object.entries(given).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(join(bin, "postgres"), ["-D", data, ...args], {
    ...asAccount(account),
    cwd: data,
    env: SERVER_ENV,
    detached: true,
    stdio: ["ignore", logFile, logFile],
  });
  let ended = false;
  const exited = new Promise((resolve) => {
    child.once("error", () => resolve(undefined));
    child.once("exit", () => resolve(undefined));
  }).then(() => {
    ended = true;
  });
  for (const until = Date.now() + LONGEST_START; !readPidFile(data)?.ready; await wait(25)) {
    if (ended || Date.now() > until) {
      throw new PlainFault(`The database did not start. Its log ${log} ends:\n${tail(log)}`);
    }
  }
  return { pid: child.pid, exited };
}
