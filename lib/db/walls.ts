import { CALLERS_FUNCTIONS } from "./functions";
import { LOOKUP_FUNCTIONS } from "./lookup";
import { FURTHER_POLICIES, WALLED_TABLES } from "./policies";
import { SHARED_TABLES } from "./policies/shared";
import type { Grant, Own, WalledTable } from "./policies/wall";
import { PORTAL_ROLES } from "./scope";

export const BOROUGH_IN_SCOPE =
  "borough_code = any (string_to_array(nullif(current_setting('app.borough_codes', true), ''), ','))";

/** The name and text of each policy a walled table carries, as `CREATE POLICY` takes them. */
export function policiesOf(table: string, wall: WalledTable): { name: string; sql: string }[] {
  const create = (name: string, rest: string) => ({
    name,
    sql: `CREATE POLICY ${name} ON ${table} ${rest}`,
  });
  const list = [
    create(
      "borough",
      `FOR ALL TO PUBLIC USING (${BOROUGH_IN_SCOPE}) WITH CHECK (${BOROUGH_IN_SCOPE})`,
    ),
  ];
  if (wall.grants.portal_lookup) {
    list.push(create("lookup", "FOR SELECT TO portal_lookup USING (true)"));
  }
  for (const further of FURTHER_POLICIES) {
    if (further.table !== table) continue;
    list.push(create(further.name, `FOR SELECT TO ${further.role} USING (${further.using})`));
  }
  for (const [role, narrowings] of Object.entries(wall.own ?? {})) {
    for (const own of narrowings) list.push(create(ownName(role, own), ownRule(role, own)));
  }
  for (const [role, rule] of Object.entries(wall.shows ?? {})) {
    list.push(create(`shows_${role}`, `AS RESTRICTIVE FOR SELECT TO ${role} USING (${rule})`));
  }
  for (const [role, rule] of Object.entries(wall.writes ?? {})) {
    const restrict = (verb: string, rest: string) =>
      list.push(
        create(
          `writes_${verb}_${role}`,
          `AS RESTRICTIVE FOR ${verb.toUpperCase()} TO ${role}${rest}`,
        ),
      );
    restrict("insert", ` WITH CHECK (${rule})`);
    restrict("update", ` USING (${rule}) WITH CHECK (${rule})`);
    restrict("delete", ` USING (${rule})`);
  }
  return list;
}

const ownName = (role: string, own: Own) => `own_${own.column}_${own.for}_${role}`;

function ownRule(role: string, own: Own): string {
  const rule = `${own.column} = nullif(current_setting('${own.setting}', true), '')::uuid`;
  const using = own.for === "insert" ? "" : ` USING (${rule})`;
  const check = own.for === "select" || own.for === "delete" ? "" : ` WITH CHECK (${rule})`;
  return `AS RESTRICTIVE FOR ${own.for.toUpperCase()} TO ${role}${using}${check}`;
}

function grantStatements(table: string, role: string, grant: Grant): string[] {
  return (["select", "insert", "update", "delete"] as const).flatMap((verb) => {
    const columns = grant[verb];
    if (!columns) return [];
    const what = columns === true ? verb : `${verb} (${columns.join(", ")})`;
    return [`GRANT ${what} ON ${table} TO ${role}`];
  });
}

/** Every statement that makes the declared walls true; safe to run again. `login` is the app's role. */
export function wallStatements(login: string): string[] {
  const everyone = [...PORTAL_ROLES, "portal_lookup"].join(", ");
  const statements = [
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    `GRANT USAGE ON SCHEMA public TO ${everyone}`,
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, ${everyone}`,
    `REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC, ${everyone}`,
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM "${login}"`,
  ];
  for (const [table, shared] of Object.entries(SHARED_TABLES)) {
    for (const [role, grant] of Object.entries(shared.grants)) {
      statements.push(...grantStatements(table, role, grant));
    }
  }
  for (const [table, wall] of Object.entries(WALLED_TABLES)) {
    statements.push(
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      `DO $$ DECLARE p record; BEGIN FOR p IN SELECT policyname FROM pg_policies WHERE schemaname = 'public' AND tablename = '${table}' LOOP EXECUTE format('DROP POLICY %I ON ${table}', p.policyname); END LOOP; END $$`,
      ...policiesOf(table, wall).map((policy) => policy.sql),
    );
    for (const [role, grant] of Object.entries(wall.grants)) {
      statements.push(...grantStatements(table, role, grant));
    }
  }
  for (const { signature, callers } of CALLERS_FUNCTIONS) {
    statements.push(`GRANT EXECUTE ON FUNCTION ${signature} TO ${callers.join(", ")}`);
  }
  statements.push("GRANT CREATE ON SCHEMA public TO portal_lookup");
  for (const fn of LOOKUP_FUNCTIONS) {
    statements.push(
      fn.sql.replace("CREATE OR REPLACE", `DROP FUNCTION IF EXISTS ${fn.signature}; CREATE`),
      `ALTER FUNCTION ${fn.signature} OWNER TO portal_lookup`,
      `REVOKE ALL ON FUNCTION ${fn.signature} FROM PUBLIC`,
      `GRANT EXECUTE ON FUNCTION ${fn.signature} TO ${fn.caller}`,
    );
  }
  statements.push("REVOKE CREATE ON SCHEMA public FROM portal_lookup");
  return statements;
}

/** Roles that give orders may put a job (ids only) in a queue; the worker alone takes them out. */
export function jobGrants(): string[] {
  const senders = "portal_programme, portal_borough, portal_business, portal_auth";
  return [
    `GRANT USAGE ON SCHEMA pgboss TO ${senders}, portal_worker`,
    `GRANT SELECT ON pgboss.queue TO ${senders}`,
    `GRANT INSERT, SELECT (id) ON pgboss.job TO ${senders}`,
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO portal_worker",
    "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO portal_worker",
  ];
}
