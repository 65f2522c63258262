import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { WALLED_TABLES } from "../policies";
import { asOwner } from "./borough";

type Row = Record<string, unknown>;

/** Values where a type alone does not satisfy a table's checks. A new check needs a line here. */
const VALUES: Record<string, Row> = {
  memberships: { role: "borough_officer", business_id: null },
  businesses: { stage: "enrolled", headcount: 4 },
  stage_changes: { stage: "enrolled" },
  headcounts: { headcount: 4 },
  invitations: { role: "business_manager", channel: "letter", email: null },
  assignment_rules: { audience: "all_staff", days: 42 },
  register_imports: { state: "previewed" },
  register_rows: { outcome: "new" },
  export_jobs: { format: "csv", state: "done" },
  equivalents: { provider: "wave", months: 12 },
  driver_attestations: { drivers: 4, trained: 1, evidence: "own_records" },
  certificates: {
    ...{ issued_on: "2026-01-03", expires_on: "2027-01-31" },
    ...{ code_hash: "certificates.code_hash", equivalent_id: null },
  },
  business_certificates: { expires_on: "2027-01-31" },
  session_attendances: { how: "register" },
  standing_periods: { met_from: "2026-01-01", met_until: null },
  coverage_cells: { month: "2026-01-01" },
  coverage_totals: { month: "2026-01-01" },
  borough_practice_items: { aim: "protect", level: "essential" },
  practice_changes: { change: "confirmed", lapses_on: "2027-01-31" },
  visits: { state: "planned" },
  visit_findings: { finding: "seen" },
  visit_actions: { owner: "business" },
  night_shifts: { nights: "every_night", starts_at: "22:00", ends_at: "06:00" },
  borough_actions: { kind: "lead", sector: null },
  police_confirmations: { kind: "call_handlers" },
  call_counts: { quarter: "2026-01-01" },
  borough_targets: { share: 80 },
  borough_thresholds: { trained_share: 80 },
  borough_periods: { met_from: "2026-01-01", met_until: null },
  ward_uploads: { state: "previewed" },
  outbox_mails: { template: "invitation", state: "waiting" },
  weekly_digests: { state: "sent" },
};

interface Column {
  table_name: string;
  column_name: string;
  data_type: string;
  optional: boolean;
}
interface ForeignKey {
  table_name: string;
  columns: string[];
  parent: string;
  parent_columns: string[];
}

const sample = (column: Column): unknown => {
  switch (column.data_type) {
    case "uuid":
      return randomUUID();
    case "date":
      return "2026-01-03";
    case "timestamp with time zone":
      return new Date();
    case "integer":
    case "bigint":
      return 1;
    case "boolean":
      return false;
    case "jsonb":
      return {};
    case "ARRAY":
      return [];
    default:
      return `${column.table_name}.${column.column_name}`;
  }
};

async function readCatalogue(tx: postgres.TransactionSql) {
  const columns = await tx<Column[]>`
    SELECT table_name, column_name, data_type, is_nullable = 'YES' OR column_default IS NOT NULL AS optional
    FROM information_schema.columns WHERE table_schema = 'public' ORDER BY ordinal_position`;
  const keys = await tx<ForeignKey[]>`
    SELECT c.conrelid::regclass::text AS table_name, c.confrelid::regclass::text AS parent,
      (SELECT array_agg(a.attname::text ORDER BY k.i) FROM unnest(c.conkey) WITH ORDINALITY k (n, i)
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.n) AS columns,
      (SELECT array_agg(a.attname::text ORDER BY k.i) FROM unnest(c.confkey) WITH ORDINALITY k (n, i)
        JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.n) AS parent_columns
    FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace`;
  return { columns: [...columns], keys: [...keys] };
}

/** Puts one row into every walled table of a borough, parents first, from the catalogue alone. */
export async function fillBorough(code: string): Promise<void> {
  await asOwner([code], async (tx) => {
    const { columns, keys } = await readCatalogue(tx);
    const wanted = new Set(Object.keys(WALLED_TABLES));
    const done = new Set<string>();
    const visit = async (table: string): Promise<void> => {
      if (done.has(table)) return;
      done.add(table);
      const own = keys.filter((key) => key.table_name === table && key.parent !== table);
      for (const key of own) if (wanted.has(key.parent)) await visit(key.parent);
      const [present] = await tx`SELECT 1 FROM ${tx(table)} WHERE borough_code = ${code} LIMIT 1`;
      if (!present) await insertRow(tx, table, code, columns, own);
    };
    for (const table of wanted) await visit(table);
  });
}

async function insertRow(
  tx: postgres.TransactionSql,
  table: string,
  code: string,
  columns: Column[],
  keys: ForeignKey[],
): Promise<void> {
  const row: Row = {};
  for (const column of columns) {
    if (column.table_name === table && !column.optional) row[column.column_name] = sample(column);
  }
  row.borough_code = code;
  for (const key of keys) Object.assign(row, await parentValues(tx, key, code));
  Object.assign(row, VALUES[table] ?? {});
  await tx`INSERT INTO ${tx(table)} ${tx(row as never)}`;
}

async function parentValues(tx: postgres.TransactionSql, key: ForeignKey, code: string) {
  const walled = key.parent in WALLED_TABLES;
  const [parent] = walled
    ? await tx`SELECT * FROM ${tx(key.parent)} WHERE borough_code = ${code} ORDER BY 1, 2 LIMIT 1`
    : await tx`SELECT * FROM ${tx(key.parent)} LIMIT 1`;
  if (!parent) return {};
  const pairs = key.columns.map((column, i) => [column, parent[key.parent_columns[i] ?? ""]]);
  return Object.fromEntries(pairs.filter(([column]) => column !== "borough_code"));
}
