import type postgres from "postgres";
import { asOwner } from "@/lib/db/test/borough";

export const inBorough = <T>(code: string, read: (tx: postgres.TransactionSql) => Promise<T>) =>
  asOwner([code], read);

/** A training record of the demonstration that is under way, with whose it is. */
export async function newestRecord(tx: postgres.TransactionSql) {
  const [row] = await tx<
    { boroughCode: string; businessId: string; staffId: string; recordId: string }[]
  >`
    SELECT r.borough_code AS "boroughCode", r.business_id AS "businessId", r.staff_id AS "staffId", r.id AS "recordId"
    FROM training_records r JOIN staff_members s ON s.borough_code = r.borough_code AND s.id = r.staff_id
    JOIN businesses b ON b.borough_code = r.borough_code AND b.id = r.business_id
    WHERE s.left_on IS NULL AND b.stage = 'enrolled' ORDER BY r.started_at DESC LIMIT 1`;
  if (!row) throw new Error("The demonstration has no training record.");
  return row;
}
