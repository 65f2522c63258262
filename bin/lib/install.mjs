import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runToEnd } from "./children.mjs";
import { mendLinks } from "./native.mjs";
import { root } from "./paths.mjs";
import { PlainFault, say } from "./say.mjs";

const OLDEST_NODE = [20, 19];
const MENDED = join(root, "node_modules/.oms-stamp");

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new PlainFault(`This needs Node ${OLDEST_NODE.join(".")} or later; here is ${version}.`);
}

const readLock = (path) => JSON.parse(readFileSync(join(root, path), "utf8")).packages;

/** Is every package of the lock file installed in its version? npm keeps its own list of what is. */
function isInstalled({ forTests }) {
  if (!existsSync(join(root, "node_modules/.package-lock.json"))) return false;
  const installed = readLock("node_modules/.package-lock.json");
  return Object.entries(readLock("package-lock.json")).every(([path, wanted]) => {
    const found = installed[path];
    if (path === "" || found) return path === "" || found.version === wanted.version;
    return wanted.optional || wanted.devOptional || wanted.peer || (wanted.dev && !forTests);
  });
}

/** npm may leave install scripts out without a word; this does what those we need would have. */
async function mend() {
  mendLinks();
  const esbuild = join(root, "node_modules/esbuild");
  const works = await runToEnd(process.execPath, [join(esbuild, "bin/esbuild"), "--version"], {
    quiet: true,
  });
  // Where its install script did run, bin/esbuild is the program itself and Node cannot read it.
  const native = await runToEnd(join(esbuild, "bin/esbuild"), ["--version"], { quiet: true });
  if (works.code === 0 || native.code === 0) return;
  const { code, said } = await runToEnd(process.execPath, [join(esbuild, "install.js")], {
    quiet: true,
  });
  if (code !== 0) throw new PlainFault(`esbuild could not be set up:\n${said.trim()}`);
}

/** Installs the packages when they are missing or the lock file has changed. */
export async function ensureInstalled({ forTests = false } = {}) {
  checkNode();
  if (!isInstalled({ forTests })) {
    say("Installing packages…");
    const npm = process.env.npm_execpath
      ? [process.execPath, [process.env.npm_execpath]]
      : ["npm", []];
    const args = [...npm[1], "ci", "--include=dev", "--no-audit", "--no-fund"];
    const { code } = await runToEnd(npm[0], args);
    if (code !== 0) throw new PlainFault("npm ci failed: its message above says why.");
  }
  if (existsSync(MENDED)) return;
  await mend();
  writeFileSync(MENDED, "");
}
