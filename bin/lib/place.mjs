import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asAccount } from "./account.mjs";
import { PlainFault } from "./say.mjs";

/** May the account make files in this folder? Tried as the account itself. */
function writable(folder, account) {
  const file = join(folder, `.try-${process.pid}`);
  const tried = spawnSync("/bin/sh", ["-c", 'touch "$1" && rm -f "$1"', "sh", file], {
    ...asAccount(account),
    cwd: "/",
    stdio: "ignore",
  });
  return tried.status === 0;
}

function own(folder, account) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!account) return;
  const { uid } = lstatSync(folder);
  if (uid !== 0 && uid !== account.uid) {
    throw new PlainFault(`${folder} belongs to somebody else: remove it, then start again.`);
  }
  chownSync(folder, account.uid, account.gid);
}

/** A folder outside the clone that any account can enter; made when needed, kept for good. */
export function shelter() {
  for (const parent of ["/var/lib", tmpdir()]) {
    const folder = join(parent, "oms-portal");
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      if (lstatSync(folder).uid === 0) return folder;
    } catch {
      // A read-only /var/lib is no fault while the temporary folder will do.
    }
  }
  throw new PlainFault("There is no folder outside the clone that the database could use.");
}

/** The folder findPlace chose for `dir` earlier, if it did. */
export function knownPlace(dir) {
  const record = join(dir, "place.json");
  return existsSync(record) ? JSON.parse(readFileSync(record, "utf8")).base : undefined;
}

/**
 * Where the database's files live: inside `dir`, or below the shelter when the account cannot
 * enter `dir`. The answer is kept in `dir`, so a moved setting never loses a database.
 */
export function findPlace(dir, account) {
  const known = knownPlace(dir);
  if (known) return known;

  mkdirSync(dir, { recursive: true });
  let base = join(dir, "database");
  own(base, account);
  if (!writable(base, account)) {
    base = join(shelter(), createHash("sha256").update(dir).digest("hex").slice(0, 16));
    own(base, account);
    if (!writable(base, account)) {
      throw new PlainFault(`The database cannot write in ${base}: check that disk and its rights.`);
    }
  }
  writeFileSync(join(dir, "place.json"), `${JSON.stringify({ base }, null, 2)}\n`);
  return base;
}
