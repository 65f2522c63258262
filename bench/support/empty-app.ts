import { cpSync } from "node:fs";
import { join } from "node:path";
import { runToEnd, startChild } from "@/bin/lib/children.mjs";
import { freePort } from "@/bin/lib/ports.mjs";

const APP = join(process.cwd(), "bench/empty-app");
const NEXT = join(process.cwd(), "node_modules/next/dist/bin/next");
const SERVER = join(APP, ".next/standalone/bench/empty-app");

/** An app of the same Next with nothing in it, built in this run and started as the portal is. */
export async function startEmptyApp() {
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NEXT_DIST_DIR: ".next" };
  const built = await runToEnd(process.execPath, [NEXT, "build"], { cwd: APP, env, quiet: true });
  if (built.code !== 0) throw new Error(`The empty app was not built.\n${built.said}`);
  cpSync(join(APP, ".next/static"), join(SERVER, ".next/static"), { recursive: true });
  const port = await freePort();
  const server = startChild({
    name: "empty app",
    args: [join(SERVER, "server.js")],
    env: { ...env, PORT: String(port), HOSTNAME: "127.0.0.1" },
    cwd: SERVER,
    log: join(process.cwd(), ".data/bench-logs/empty.log"),
  });
  const url = `http://127.0.0.1:${port}/`;
  const answers = () =>
    fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
  for (let i = 0; i < 300 && !(await answers()); i += 1)
    await new Promise((go) => setTimeout(go, 100));
  return { url, pid: server.pid, stop: server.stop };
}
