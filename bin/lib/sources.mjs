import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";

/** Tests change nothing in what is built or migrated. */
const LEFT_OUT = /\.test\.[a-z]+$|\/test$|\.md$/;

function* filesBelow(path) {
  const full = join(root, path);
  if (LEFT_OUT.test(path) || !existsSync(full)) return;
  if (!statSync(full).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(full).sort()) yield* filesBelow(`${path}/${name}`);
}

/** A fingerprint of these files and folders: the same contents give the same text. */
export function fingerprint(paths, extra = "") {
  const hash = createHash("sha256").update(extra);
  for (const file of paths.flatMap((path) => [...filesBelow(path)])) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

export const BUILT_FROM = [
  "app",
  "components",
  "content",
  "drizzle/meta/_journal.json",
  "lib",
  "public",
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

export const MIGRATED_FROM = ["content", "drizzle", "lib", "package-lock.json"];
