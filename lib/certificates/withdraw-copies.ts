import "server-only";
import { sql } from "drizzle-orm";
import type { WriteContext } from "@/lib/command";

/**
 * Withdraws this borough's copies of certificates that were withdrawn where they were earned, from the
 * same day and for the same reason. Answers the businesses where they counted.
 */
export async function withdrawCopies({
  tx,
  boroughCode,
}: Pick<WriteContext, "tx" | "boroughCode">): Promise<string[]> {
  const rows = await tx.execute<{ businessId: string }>(sql`
    UPDATE certificates k SET revoked_on = w.revoked_on, revoked_reason = w.reason
    FROM lookup_withdrawn_copies() w
    WHERE k.borough_code = ${boroughCode} AND k.id = w.certificate_id AND k.revoked_on IS NULL
    RETURNING k.business_id AS "businessId"`);
  return rows.map((row) => row.businessId);
}
