import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./paths.mjs";
import { PlainFault } from "./say.mjs";

const WITH_PARENT = pathToFileURL(join(root, "bin/lib/with-parent.mjs")).href;

/** Node's arguments that run a TypeScript file of ours the way a React server would see it. */
export const TYPESCRIPT = ["--conditions", "react-server", "--import", "tsx"];

/** Our environment with `extra` on top; a name set to undefined is taken out. */
export function environment(extra = {}) {
  const all = { ...process.env, ...extra };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/**
 * Starts a Node program that stays up. It gets a session of its own, so Ctrl-C reaches us alone
 * and we stop things in order; should we be killed outright, the closed channel makes it stop.
 */
export function startChild({ name, args, env, log, grace = 30_000, cwd = root }) {
  const out = log ? openSync(log, "a", 0o600) : "inherit";
  const child = spawn(process.execPath, ["--import", WITH_PARENT, ...args], {
    cwd,
    env: environment({ ...env, OMS_SUPERVISOR: String(process.pid) }),
    detached: true,
    stdio: ["ignore", out, out, "ipc"],
  });
  child.channel?.unref();
  let ended = false;
  const exited = new Promise((resolve) => {
    child.once("error", () => resolve("could not be started"));
    child.once("exit", (code, signal) => resolve(signal ?? code));
  }).then((end) => {
    ended = true;
    return end;
  });
  const stop = async () => {
    if (ended) return;
    child.kill("SIGTERM");
    const timer = setTimeout(() => killGroup(child.pid), grace);
    await exited;
    clearTimeout(timer);
  };
  return { name, pid: child.pid, exited, stop, child };
}

function killGroup(pid) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It ended between the timer and the signal.
  }
}

const running = new Set();

/** Ends whatever runToEnd still waits for. */
export function stopRunning() {
  for (const child of running) child.kill("SIGTERM");
}

/** Runs a program to its end and gives its exit code; a signal counts as 1. */
export function runToEnd(command, args, { env, quiet = false, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: environment(env),
      stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    });
    running.add(child);
    let said = "";
    child.stdout?.on("data", (part) => (said += part));
    child.stderr?.on("data", (part) => (said += part));
    child.once("error", reject);
    child.once("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, said });
    });
  });
}

/** Runs one of our TypeScript scripts to its end; a failure is explained with what it said. */
export async function runScript(script, { env, args = [], quiet = true } = {}) {
  const { code, said } = await runToEnd(process.execPath, [...TYPESCRIPT, script, ...args], {
    env,
    quiet,
  });
  if (code !== 0) throw new PlainFault(`${script} failed.\n${said.trim()}`);
  return said;
}
