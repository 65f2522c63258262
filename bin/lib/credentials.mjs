import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PlainFault } from "./say.mjs";

const secret = () => randomBytes(32).toString("base64url");

function write(dir, credentials) {
  const file = join(dir, "credentials.json");
  writeFileSync(`${file}.part`, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  chmodSync(`${file}.part`, 0o600);
  renameSync(`${file}.part`, file);
}

/** The generated passwords and port of the database in `dir`, or undefined when it has none. */
export function readCredentials(dir) {
  const file = join(dir, "credentials.json");
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error.code !== "EACCES") throw error;
    throw new PlainFault(
      `${dir} belongs to another user: start as that user, or remove that folder and begin anew.`,
    );
  }
}

/** The same, made up on first use; only the owner of the folder can read the file. */
export function ensureCredentials(dir) {
  const known = readCredentials(dir);
  if (known) return known;
  mkdirSync(dir, { recursive: true });
  const fresh = {
    superuser: secret(),
    owner: secret(),
    login: secret(),
    portalSecret: secret(),
    port: 0,
  };
  write(dir, fresh);
  return fresh;
}

export function rememberPort(dir, credentials, port) {
  const kept = { ...credentials, port };
  write(dir, kept);
  return kept;
}

/** The three addresses of the database in `dir`. */
export function addresses({ superuser, owner, login, port }) {
  const at = (name, password, database) =>
    `postgres://${name}:${password}@127.0.0.1:${port}/${database}`;
  return {
    ownerUrl: at("portal_owner", owner, "portal"),
    appUrl: at("portal_login", login, "portal"),
    superuserUrl: at("portal_superuser", superuser, "portal"),
  };
}
