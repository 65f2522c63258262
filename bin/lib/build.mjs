import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runToEnd } from "./children.mjs";
import { root } from "./paths.mjs";
import { PlainFault, say } from "./say.mjs";
import { BUILT_FROM, fingerprint } from "./sources.mjs";

/** The build's folder, as next.config.ts reads it. */
export const distName = () => process.env.NEXT_DIST_DIR || ".next";

/** The folder of the self-contained server of a finished build. */
export const serverFolder = () => join(root, distName(), "standalone");

export function isBuilt() {
  const stamp = join(root, distName(), "oms-stamp");
  return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint(BUILT_FROM);
}

/** Builds the portal when its source has changed since the last build. */
export async function ensureBuilt() {
  if (isBuilt()) return false;
  say("Building the portal… (about a minute, only when its source changed)");
  const dist = join(root, distName());
  const before = fingerprint(BUILT_FROM);
  rmSync(join(dist, "oms-stamp"), { force: true });
  const next = join(root, "node_modules/next/dist/bin/next");
  const { code, said } = await runToEnd(process.execPath, [next, "build"], {
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    quiet: true,
  });
  if (code !== 0) throw new PlainFault(`The build failed.\n${said.trim()}`);
  completeServer(dist);
  // A source edited meanwhile leaves a stamp that does not match it, so the next start builds again.
  writeFileSync(join(dist, "oms-stamp"), before);
  return true;
}

/** Next leaves out of the standalone folder what a file server could give; ours gives it itself. */
function completeServer(dist) {
  const server = serverFolder();
  if (!existsSync(join(server, "server.js"))) {
    throw new PlainFault(`The build has no ${join(distName(), "standalone/server.js")}.`);
  }
  const copies = [
    [join(dist, "static"), join(server, distName(), "static")],
    [join(root, "public"), join(server, "public")],
    [join(root, "content"), join(server, "content")],
  ];
  for (const [from, to] of copies) {
    rmSync(to, { recursive: true, force: true });
    if (existsSync(from)) cpSync(from, to, { recursive: true });
  }
}
