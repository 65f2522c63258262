import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { runToEnd } from "./children.mjs";
import { countFile, readCount } from "./counts.mjs";
import { runJourneys } from "./journeys.mjs";
import { root } from "./paths.mjs";
import { say } from "./say.mjs";

const program = (path) => join(root, "node_modules", path);

/** A check that passes or fails as a whole. */
const check =
  (path, ...args) =>
  async () => {
    const { code } = await runToEnd(process.execPath, [program(path), ...args]);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  };

const vitest = (project) => async () => {
  const file = countFile(project);
  const args = [program("vitest/vitest.mjs"), "run", "--project", project];
  const reporters = ["--reporter=default", "--reporter=./bin/lib/vitest-reporter.mjs"];
  const env = { OMS_COUNT_FILE: file, NODE_ENV: "test" };
  const { code } = await runToEnd(process.execPath, [...args, ...reporters], { env });
  const count = readCount(file) ?? { passed: 0, failed: 1, failures: ["no test was run"] };
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
};

/** next-env.d.ts is made by Next and kept out of the repository: a fresh clone has none yet. */
async function types() {
  const next = [program("next/dist/bin/next"), "typegen"];
  if (!existsSync(join(root, "next-env.d.ts"))) {
    await runToEnd(process.execPath, next, { quiet: true, env: { NEXT_TELEMETRY_DISABLED: "1" } });
  }
  return check("typescript/bin/tsc", "--noEmit")();
}

async function build() {
  const fresh = await ensureBuilt();
  if (!fresh) say("The build is up to date.");
  return { passed: 1, failed: 0 };
}

const SOURCE = ["app", "components", "lib", "drizzle", "bin", "bench", "e2e"];
const ROOT_FILES = ["proxy.ts", "instrumentation.ts", "next.config.ts"];
const present = (paths) => paths.filter((path) => existsSync(join(root, path)));

/** Every step of npm test, in the order it runs them. `verify` marks the quick ones. */
export const STEPS = [
  {
    name: "lint",
    title: "Format and lint",
    verify: true,
    run: check("@biomejs/biome/bin/biome", "check", "."),
  },
  { name: "types", title: "Types", verify: true, run: types },
  {
    name: "boundaries",
    title: "Boundaries",
    verify: true,
    run: () =>
      check(
        "dependency-cruiser/bin/dependency-cruise.mjs",
        "--config",
        ".dependency-cruiser.cjs",
        ...present([...SOURCE, ...ROOT_FILES]),
      )(),
  },
  { name: "unused", title: "Dead code", verify: true, run: check("knip/bin/knip.js") },
  { name: "unit", title: "Unit tests", verify: true, run: vitest("unit") },
  { name: "database", title: "Database tests", run: vitest("database") },
  { name: "build", title: "Production build", run: build },
  { name: "journeys", title: "Browser journeys", run: runJourneys },
];
