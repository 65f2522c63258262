import type postgres from "postgres";
import { CALLERS_FUNCTIONS, TRIGGER_FUNCTION, TRIGGERED_TABLES } from "./functions";
import { LOOKUP_FUNCTIONS } from "./lookup";
import { WALLED_TABLES } from "./policies";
import { SHARED_TABLES } from "./policies/shared";
import type { Grant } from "./policies/wall";
import { policiesOf } from "./walls";

type Sql = Pick<postgres.Sql, "unsafe">;

/** Every way in which the database's walls differ from the declared ones, a sentence each. */
export async function findWallFaults(sql: Sql): Promise<string[]> {
  const lists = [
    await findTableFaults(sql),
    await findPolicyFaults(sql),
    await findGrantFaults(sql),
    await findFunctionFaults(sql),
    await findTriggerFaults(sql),
    await findOtherFaults(sql),
  ];
  return lists.flat();
}

/** Tables that stand open: not declared, or declared walled without enabled and forced row security. */
export async function findTableFaults(sql: Sql): Promise<string[]> {
  const rows = await sql.unsafe<{ name: string; walled: boolean }[]>(`
    SELECT relname AS name, relrowsecurity AND relforcerowsecurity AS walled
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'f')`);
  const known = new Set(rows.map((row) => row.name));
  const missing = [...Object.keys(WALLED_TABLES), ...Object.keys(SHARED_TABLES)]
    .filter((name) => !known.has(name))
    .map((name) => `The table ${name} does not exist.`);
  const open = rows.flatMap(({ name, walled }) => {
    if (name in WALLED_TABLES) return walled ? [] : [`The table ${name} is not walled.`];
    return name in SHARED_TABLES
      ? []
      : [`The table ${name} is in no list of walled or shared tables.`];
  });
  return [...missing, ...open];
}

/** PostgreSQL prints an expression with its own brackets, casts and spaces. */
const plain = (text: string | null | undefined) =>
  (text ?? "")
    .toLowerCase()
    .replace(/::text(\[\])?/g, "")
    .replace(/[\s()]/g, "");

async function findPolicyFaults(sql: Sql): Promise<string[]> {
  const rows = await sql.unsafe<Record<string, string | null>[]>(`
    SELECT tablename AS table, policyname AS name, permissive AS kind, cmd AS verb,
           array_to_string(roles, ',') AS role, qual AS using_rule, with_check AS check_rule
    FROM pg_policies WHERE schemaname = 'public'`);
  const actual = rows.map((row) =>
    [
      row.table,
      row.name,
      row.kind,
      row.verb,
      row.role,
      plain(row.using_rule),
      plain(row.check_rule),
    ].join("|"),
  );
  const declared = Object.entries(WALLED_TABLES).flatMap(([table, wall]) =>
    policiesOf(table, wall).map((policy) => declaredPolicy(table, policy.sql)),
  );
  return differences("policy", declared, actual);
}

function declaredPolicy(table: string, statement: string): string {
  const [head = "", check] = statement.split(" WITH CHECK ");
  const [start = "", using] = head.split(" USING ");
  const [, name, , restrictive, verb, role = ""] =
    /^CREATE POLICY (\S+) ON (\S+) (AS RESTRICTIVE )?FOR (\S+) TO (\S+)/.exec(start) ?? [];
  const kind = restrictive ? "RESTRICTIVE" : "PERMISSIVE";
  return [table, name, kind, verb, role.toLowerCase(), plain(using), plain(check)].join("|");
}

async function findGrantFaults(sql: Sql): Promise<string[]> {
  const rows = await sql.unsafe<{ line: string }[]>(`
    WITH tables AS (
      SELECT oid, relname, relowner, relacl FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'f')
    )
    SELECT coalesce(r.rolname, 'public') || '|' || lower(g.privilege_type) || '|' || t.relname || '|*' AS line
    FROM tables t, aclexplode(t.relacl) g LEFT JOIN pg_roles r ON r.oid = g.grantee
    WHERE g.grantee <> t.relowner
    UNION
    SELECT coalesce(r.rolname, 'public') || '|' || lower(g.privilege_type) || '|' || t.relname || '|' || a.attname
    FROM tables t JOIN pg_attribute a ON a.attrelid = t.oid AND NOT a.attisdropped,
         aclexplode(a.attacl) g LEFT JOIN pg_roles r ON r.oid = g.grantee
    WHERE g.grantee <> t.relowner`);
  const tables = [...Object.entries(SHARED_TABLES), ...Object.entries(WALLED_TABLES)];
  const declared = tables.flatMap(([table, { grants }]) =>
    Object.entries(grants).flatMap(([role, grant]) => grantLines(table, role, grant)),
  );
  return differences(
    "grant",
    declared,
    rows.map((row) => row.line),
  );
}

function grantLines(table: string, role: string, grant: Grant): string[] {
  return (["select", "insert", "update", "delete"] as const).flatMap((verb) => {
    const columns = grant[verb];
    if (!columns) return [];
    return (columns === true ? ["*"] : columns).map((column) =>
      [role, verb, table, column].join("|"),
    );
  });
}

async function findFunctionFaults(sql: Sql): Promise<string[]> {
  const rows = await sql.unsafe<
    { name: string; definer: boolean; owner: string; callers: string }[]
  >(`
    SELECT p.proname || '(' || oidvectortypes(p.proargtypes) || ')' AS name, p.prosecdef AS definer, o.rolname AS owner,
      (SELECT coalesce(string_agg(coalesce(r.rolname, 'PUBLIC'), ',' ORDER BY r.rolname), '')
       FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
       LEFT JOIN pg_roles r ON r.oid = g.grantee WHERE g.grantee <> p.proowner) AS callers
    FROM pg_proc p JOIN pg_roles o ON o.oid = p.proowner
    WHERE p.pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`);
  const [owner] = await sql.unsafe<{ name: string }[]>(
    "SELECT tableowner AS name FROM pg_tables WHERE schemaname = 'public' AND tablename = 'boroughs'",
  );
  const declared = [
    ...LOOKUP_FUNCTIONS.map(({ signature, caller }) =>
      [signature, true, "portal_lookup", caller].join("|"),
    ),
    ...CALLERS_FUNCTIONS.map(({ signature, callers }) =>
      [signature, false, owner?.name, [...callers].sort().join(",")].join("|"),
    ),
    [TRIGGER_FUNCTION, false, owner?.name, ""].join("|"),
  ];
  const actual = rows.map((row) => [row.name, row.definer, row.owner, row.callers].join("|"));
  return differences("function", declared, actual);
}

/** Triggers that keep a published course as it is: one each, of the declared function, switched on. */
async function findTriggerFaults(sql: Sql): Promise<string[]> {
  const rows = await sql.unsafe<{ name: string }[]>(`
    SELECT concat_ws('|', t.tgrelid::regclass, t.tgfoid::regprocedure, t.tgenabled, t.tgtype) AS name FROM pg_trigger t
    JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace`);
  // Switched on (O), for each row, before an insert (1 + 2 + 4).
  const declared = TRIGGERED_TABLES.map((table) => `${table}|${TRIGGER_FUNCTION}|O|7`);
  const actual = rows.map((row) => row.name);
  return differences("trigger", declared, actual);
}

async function findOtherFaults(sql: Sql): Promise<string[]> {
  const rows = await sql.unsafe<{ fault: string }[]>(`
    SELECT 'The view ' || relname || ' does not use the rights of its reader.' AS fault FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'
      AND NOT coalesce('security_invoker=true' = ANY (reloptions), false)
    UNION ALL
    SELECT 'The materialised view ' || relname || ' has no walls.' FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'm'
    UNION ALL
    SELECT 'The sequence ' || relname || ' is granted to ' || g.grantee::regrole || '.'
    FROM pg_class, aclexplode(relacl) g
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' AND g.grantee <> relowner`);
  return rows.map((row) => row.fault);
}

function differences(what: string, declared: string[], actual: string[]): string[] {
  const there = new Set(actual);
  const wanted = new Set(declared);
  return [
    ...declared.filter((line) => !there.has(line)).map((line) => `The ${what} ${line} is missing.`),
    ...actual
      .filter((line) => !wanted.has(line))
      .map((line) => `The ${what} ${line} is not declared.`),
  ];
}
