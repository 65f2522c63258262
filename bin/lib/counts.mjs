import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { dataDir } from "./paths.mjs";

/** Where a test program writes what it counted. */
export function countFile(name) {
  const folder = join(dataDir, "counts");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

export function readCount(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** One line a step, its counts under each other. */
export function table(results) {
  const width = Math.max(...results.map(({ title }) => title.length));
  const cell = (value) => String(value ?? 0).padStart(8);
  const lines = results.map(({ title, passed, failed, skipped, seconds }) =>
    [
      title.padEnd(width),
      cell(passed),
      cell(failed),
      cell(skipped),
      `${seconds} s`.padStart(8),
    ].join(""),
  );
  const head = [
    " ".repeat(width),
    cell("passed"),
    cell("failed"),
    cell("skipped"),
    cell("time"),
  ].join("");
  return [head, ...lines].join("\n");
}

export function total(results, what) {
  return results.reduce((sum, result) => sum + (result[what] ?? 0), 0);
}
