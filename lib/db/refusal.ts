import type postgres from "postgres";
import { findTableFaults } from "./catalogue";

type Sql = Pick<postgres.Sql, "unsafe" | "begin">;

/** Reasons why this login could step over the walls, a plain sentence each. */
export async function findLoginFaults(sql: Pick<Sql, "unsafe">): Promise<string[]> {
  const [login] = await sql.unsafe<Record<string, boolean | string>[]>(`
    SELECT me.rolname AS name, me.rolsuper AS super, me.rolbypassrls AS bypass,
      me.rolinherit AS inherits, me.rolcreaterole AS makes_roles,
      EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = me.oid AND c.relkind IN ('r', 'p', 'v', 'm', 'f')) AS owns,
      EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND c.relowner <> me.oid AND pg_has_role(me.oid, c.relowner, 'MEMBER')) AS becomes_owner,
      EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = 'portal_lookup'
        AND pg_has_role(me.oid, r.oid, 'MEMBER')) AS becomes_lookup,
      EXISTS (SELECT 1 FROM pg_roles r WHERE r.oid <> me.oid AND (r.rolsuper OR r.rolbypassrls)
        AND pg_has_role(me.oid, r.oid, 'MEMBER')) AS becomes_super
    FROM pg_roles me WHERE me.rolname = session_user`);
  if (!login) return ["The login of DATABASE_URL is unknown to the database."];
  const who = `The login ${login.name} of DATABASE_URL`;
  if (login.super) return [`${who} is a superuser, whom no wall binds.`];
  const faults: [unknown, string][] = [
    [login.bypass, `${who} has BYPASSRLS: no wall binds it.`],
    [login.inherits, `${who} inherits the rights of its roles: it needs NOINHERIT.`],
    [login.makes_roles, `${who} may create roles, so it could make one without walls.`],
    [login.owns, `${who} owns tables: only portal_owner may.`],
    [login.becomes_owner, `${who} can become the owner of the tables.`],
    [login.becomes_lookup, `${who} can become portal_lookup, which reads every borough.`],
    [login.becomes_super, `${who} can become a role whom no wall binds.`],
  ];
  return faults.flatMap(([found, sentence]) => (found ? [sentence] : []));
}

/** Demonstration accounts have public passwords: they may exist in the demonstration alone. */
async function findDemonstrationFaults(sql: Sql, demonstration: boolean): Promise<string[]> {
  if (demonstration) return [];
  const [found] = await sql.begin(async (tx) => {
    await tx.unsafe("SET LOCAL ROLE portal_auth");
    return tx.unsafe("SELECT 1 FROM users WHERE demonstration LIMIT 1");
  });
  return found
    ? ["This database holds demonstration accounts, and this is not the demonstration."]
    : [];
}

/** Why the portal must not serve from this database; empty when it may. */
export async function findRefusals(
  sql: Sql,
  options: { demonstration: boolean },
): Promise<string[]> {
  const login = await findLoginFaults(sql);
  if (login.length > 0) return login;
  const tables = await findTableFaults(sql);
  if (tables.length > 0) return tables;
  return findDemonstrationFaults(sql, options.demonstration);
}
