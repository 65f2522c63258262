import { spawnSync } from "node:child_process";
import { chownSync, existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { asAccount } from "./account.mjs";
import { PlainFault } from "./say.mjs";

/** What a PostgreSQL child sees of our environment: nothing that could redirect it. */
export const SERVER_ENV = { PATH: process.env.PATH, LANG: "C.UTF-8", LC_ALL: "C.UTF-8", TZ: "UTC" };

function call(bin, program, args, { account, base, input }) {
  const done = spawnSync(join(bin, program), args, {
    ...asAccount(account),
    cwd: base,
    env: SERVER_ENV,
    encoding: "utf8",
    input,
  });
  const said = `${done.stdout ?? ""}${done.stderr ?? ""}`;
  if (done.status !== 0 || /^(\S+ )*(ERROR|FATAL|PANIC):/m.test(done.stderr ?? "")) {
    throw new PlainFault(`The database could not be made (${program}):\n${said.trim()}`);
  }
}

// Tests make databases of their own; a real owner of one database has no need to.
const rolesAndDatabase = ({ owner, login }, quick) => `
CREATE ROLE portal_owner LOGIN CREATEROLE ${quick ? "CREATEDB" : "NOCREATEDB"} PASSWORD '${owner}';
CREATE ROLE portal_login LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD '${login}';
CREATE DATABASE portal OWNER portal_owner;
REVOKE ALL ON DATABASE portal FROM PUBLIC;
GRANT CONNECT ON DATABASE portal TO portal_login;
`;

/**
 * Makes the database files once: the server's own, two logins and the empty database. All of it
 * happens in a folder beside the final one, so an interrupted start leaves nothing half made.
 */
export function initialise({ bin, version, account, base, data, credentials, quick }) {
  if (existsSync(join(data, "PG_VERSION"))) return false;
  const fresh = `${data}-new`;
  const passwordFile = join(base, "initdb-password");
  rmSync(fresh, { recursive: true, force: true });
  writeFileSync(passwordFile, `${credentials.superuser}\n`, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);

  const locale = / 1[567][.\d]*/.test(version)
    ? ["--locale=C.UTF-8"]
    : ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  try {
    const initdb = ["-D", fresh, "-U", "portal_superuser", `--pwfile=${passwordFile}`];
    const habits = ["--auth=scram-sha-256", "--encoding=UTF8", "--no-instructions", ...locale];
    call(bin, "initdb", [...initdb, ...habits, ...(quick ? ["--no-sync"] : [])], { account, base });
    const single = (database, input) =>
      call(bin, "postgres", ["--single", "-D", fresh, database], { account, base, input });
    single("postgres", rolesAndDatabase(credentials, quick));
    single("portal", "ALTER SCHEMA public OWNER TO portal_owner;\n");
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(fresh, data);
  return true;
}
