import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root } from "./paths.mjs";
import { PlainFault, say } from "./say.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Quiet about the outside world; root has no sandbox to offer. */
export const CHROMIUM_ARGS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-quic",
  "--no-first-run",
  "--disable-component-update",
  "--disable-sync",
];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...paths, ...MAC].find(isProgram);
}

/** Where Playwright keeps, or would keep, its own download. */
function playwrights() {
  const script = "process.stdout.write(require('@playwright/test').chromium.executablePath())";
  const said = spawnSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" });
  return said.status === 0 && existsSync(said.stdout) ? said.stdout : undefined;
}

/** The path of a Chromium on this machine, or undefined; CHROMIUM_PATH comes first. */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !isProgram(given)) {
    throw new PlainFault(`CHROMIUM_PATH is ${given}, and there is no program of that name.`);
  }
  return given || installed() || playwrights();
}

function download() {
  const cli = join(root, "node_modules/@playwright/test/cli.js");
  spawnSync(process.execPath, [cli, "install", "chromium"], { cwd: root, stdio: "inherit" });
}

function isDebian() {
  return (
    existsSync("/etc/os-release") && /debian|ubuntu/.test(readFileSync("/etc/os-release", "utf8"))
  );
}

function installPackage() {
  if (process.getuid?.() !== 0 || !isDebian()) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-q"], { stdio: "ignore" });
  spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], {
    stdio: "inherit",
    env,
  });
}

function starts(path) {
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 60_000 }).status === 0;
}

/** A Chromium that starts: one that is here, else Playwright's download, else Debian's package. */
export function ensureChromium() {
  const here = findChromium();
  if (here && starts(here)) return here;
  for (const way of [download, installPackage]) {
    say("Looking for a Chromium…");
    way();
    const found = findChromium();
    if (found && starts(found)) return found;
  }
  throw new PlainFault(
    "There is no Chromium for the browser tests: install one, or set CHROMIUM_PATH to its program.",
  );
}
