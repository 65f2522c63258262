import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { PlainFault, say } from "./say.mjs";

const OWN_NAME = "oms-portal";

function findAccount(name) {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid ? { name, uid: Number(uid), gid: Number(gid) } : undefined;
}

function createAccount() {
  const ways = [
    ["useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", OWN_NAME]],
    ["adduser", ["-S", "-D", "-H", OWN_NAME]],
  ];
  for (const [command, args] of ways) {
    if (spawnSync(command, args, { stdio: "ignore" }).status === 0) {
      say(`Made the system user ${OWN_NAME} for the database, because PostgreSQL refuses root.`);
      return findAccount(OWN_NAME);
    }
  }
  return undefined;
}

/** A database made by a normal user stays that user's, also when root starts it. */
function ownerOf(folder) {
  if (!folder || !existsSync(folder)) return undefined;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? undefined : { name: String(uid), uid, gid };
}

/**
 * Whom PostgreSQL runs as: undefined means ourselves; for root, an unprivileged account, the one
 * that owns `folder` where the database is there already.
 */
export function databaseAccount(folder) {
  if (process.getuid?.() !== 0) return undefined;
  const account =
    ownerOf(folder) ?? findAccount("postgres") ?? findAccount(OWN_NAME) ?? createAccount();
  if (!account) {
    throw new PlainFault(
      `PostgreSQL does not run as root: create a system user named ${OWN_NAME}, or run this as a normal user.`,
    );
  }
  return account;
}

/** Spawn options that make a child run as `account`. */
export function asAccount(account) {
  return account ? { uid: account.uid, gid: account.gid } : {};
}
