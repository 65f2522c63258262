import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { dataDir } from "./paths.mjs";
import { PlainFault } from "./say.mjs";
import { alive } from "./server.mjs";

const FILE = join(dataDir, "running.json");

/** Who holds the clone's database: { pid, command }, or undefined when that program is gone. */
export function holder() {
  try {
    const held = JSON.parse(readFileSync(FILE, "utf8"));
    return alive(held.pid) && runs(held) ? held : undefined;
  } catch {
    return undefined;
  }
}

/** After a restart of the machine the pid may be another program's. */
function runs({ pid, command }) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(command);
  } catch {
    return process.platform !== "linux";
  }
}

/** Takes the clone's database for this command; one command at a time may start or stop it. */
export function takeLock() {
  mkdirSync(dataDir, { recursive: true });
  const mine = { pid: process.pid, command: basename(process.argv[1] ?? "node") };
  for (const attempt of [1, 2]) {
    try {
      writeFileSync(FILE, JSON.stringify(mine), { flag: "wx" });
      return () => rmSync(FILE, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const held = holder();
      if (held || attempt === 2) throw new PlainFault(explainHolder(held));
      rmSync(FILE, { force: true });
    }
  }
}

function explainHolder(held) {
  if (held?.command === "start.mjs") {
    return `The portal is already running from this folder (process ${held.pid}): stop it first.`;
  }
  return `Another command of this folder is using its database (process ${held?.pid ?? "unknown"}): wait until it has ended.`;
}
