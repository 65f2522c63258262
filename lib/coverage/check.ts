import "server-only";
import { sql } from "drizzle-orm";
import { checkBoroughMeasures } from "./borough-check";
import { cellDifferences, listIdsAfter, totalDifferences } from "./recount";
import { findDifferences, type RefreshContext } from "./refresh";

/** A figure that does not say what the facts say. */
export interface CoverageFault extends Record<string, unknown> {
  /** A business's period, where a business is counted, or a cell of the sums. */
  kind: "period" | "place" | "cell" | "total" | "borough";
  measure: string;
  sector: string;
  month: string;
  kept: number;
  computed: number;
}

const MOST = 100;

/**
 * Recomputes a borough's coverage from its facts: what differs, at most 100. Reads only, and is meant
 * for one consistent picture: the periods against the facts in batches, then the sums against the periods.
 */
export async function checkCoverage(ctx: RefreshContext): Promise<CoverageFault[]> {
  const faults: CoverageFault[] = [];
  let after: string | null = null;
  do {
    const ids: string[] = await listIdsAfter(ctx, after);
    for (const row of await findDifferences(ctx, ids)) {
      const isOld = row.side === "old";
      const { measure, sector } = row;
      const month = row.met_from;
      const count = { kept: isOld ? 1 : 0, computed: isOld ? 0 : 1 };
      faults.push({ kind: "period", measure, sector, month, ...count });
    }
    after = ids.at(-1) ?? null;
  } while (after !== null && faults.length < MOST);
  return [
    ...faults,
    ...(await findUncounted(ctx)),
    ...(await compareCells(ctx)),
    ...(await checkBoroughMeasures(ctx)),
  ].slice(0, MOST);
}

/** Businesses of a counted sector that nobody ever counted. */
async function findUncounted({ tx, boroughCode }: RefreshContext): Promise<CoverageFault[]> {
  const rows = await tx.execute<CoverageFault>(sql`
    SELECT 'place' AS kind, 'in_scope' AS measure, b.sector, date_trunc('month', b.stage_on)::date::text AS month,
      0 AS kept, 1 AS computed
    FROM businesses b
    JOIN sectors c ON c.borough_code = b.borough_code AND c.code = b.sector AND c.counts_as_business
    WHERE b.borough_code = ${boroughCode} AND NOT EXISTS (
      SELECT FROM standings s WHERE s.borough_code = b.borough_code AND s.business_id = b.id)
    ORDER BY b.id LIMIT ${MOST}`);
  return [...rows];
}

async function compareCells({ tx, boroughCode }: RefreshContext): Promise<CoverageFault[]> {
  const rows = await tx.execute<CoverageFault>(sql`
    ${cellDifferences(boroughCode)}
    SELECT 'cell' AS kind, measure, sector, month::text, kept, computed FROM differences
    ORDER BY measure, sector, month LIMIT ${MOST}`);
  const totals = await tx.execute<CoverageFault>(sql`
    ${totalDifferences(boroughCode)}
    SELECT 'total' AS kind, measure, sector, month::text, kept, computed FROM differences
    ORDER BY measure, sector, month LIMIT ${MOST}`);
  return [...rows, ...totals];
}
