import "server-only";
import { sql } from "drizzle-orm";
import { findBrokenSeal, listUnsealedBoroughs, SEAL_BATCH, sealBatch } from "@/lib/audit/seal";
import { boroughSettings, boroughs } from "@/lib/db/schema/boroughs";
import { readScope, writeScope } from "@/lib/db/scope";
import { sweepFiles } from "@/lib/exports/files";
import { log } from "@/lib/log";
import { sweepPictures } from "./pictures";

/** Codes of every borough, and of those in use. */
export async function listCodes(): Promise<{ all: string[]; inUse: string[] }> {
  const all = await readScope({ role: "portal_worker", boroughs: [] }, (tx) =>
    tx.select({ code: boroughs.code }).from(boroughs),
  );
  const codes = all.map((row) => row.code);
  const inUse = await readScope({ role: "portal_worker", boroughs: codes }, (tx) =>
    tx.select({ code: boroughSettings.boroughCode }).from(boroughSettings),
  );
  return { all: codes, inUse: inUse.map((row) => row.code) };
}

/** Seals what was audited since the last run. */
export async function sealAudit(): Promise<void> {
  await sealBoroughs((await listCodes()).all);
}

/** Seals what these boroughs have not sealed yet, one borough a transaction. */
export async function sealBoroughs(codes: readonly string[]): Promise<void> {
  const scope = { role: "portal_worker" as const };
  const waiting = await readScope({ ...scope, boroughs: codes }, listUnsealedBoroughs);
  for (const code of waiting) {
    let sealed = SEAL_BATCH;
    while (sealed === SEAL_BATCH) {
      sealed = await writeScope({ ...scope, boroughs: [code] }, (tx) => sealBatch(tx, code));
    }
  }
}

/** Recomputes every borough's audit chain; an alarm in the log for each that was tampered with. */
export async function checkAudit(): Promise<void> {
  const { inUse } = await listCodes();
  for (const code of inUse) {
    const position = await readScope({ role: "portal_worker", boroughs: [code] }, (tx) =>
      findBrokenSeal(tx, code),
    );
    if (position !== null)
      log.error({ alarm: "audit", boroughCode: code, position }, "audit chain broken");
  }
  log.info({ boroughs: inUse.length }, "audit chains checked");
}

/** Deletes what has been kept long enough, and sign-in remains after 30 days. */
export async function sweepRetention(): Promise<void> {
  const { all } = await listCodes();
  await sweepBoroughs(all);
  await sweepPictures(all);
  await writeScope({ role: "portal_auth", boroughs: [] }, async (tx) => {
    await tx.execute(sql`
      DELETE FROM sessions WHERE least(expires_at, coalesce(ended_at, expires_at)) < now() - interval '30 days'`);
    await tx.execute(sql`DELETE FROM password_links WHERE expires_at < now() - interval '30 days'`);
    await tx.execute(sql`DELETE FROM throttles WHERE window_ends_at < now() - interval '1 day'`);
  });
  const files = await sweepFiles();
  log.info({ boroughs: all.length, files }, "retention swept");
}

/** Deletes staged rows of registers and ward lists after 30 days, answers of forms and exports after 7, weekly e-mails after a year. */
export async function sweepBoroughs(codes: readonly string[]): Promise<void> {
  for (const code of codes) {
    await writeScope({ role: "portal_worker", boroughs: [code] }, async (tx) => {
      await tx.execute(sql`
        DELETE FROM register_rows r USING register_imports i
        WHERE r.borough_code = ${code} AND i.borough_code = r.borough_code AND i.id = r.import_id
          AND i.created_at < now() - interval '30 days'`);
      await tx.execute(sql`
        DELETE FROM ward_upload_rows r USING ward_uploads u
        WHERE r.borough_code = ${code} AND u.borough_code = r.borough_code AND u.id = r.upload_id
          AND u.created_at < now() - interval '30 days'`);
      await tx.execute(sql`
        DELETE FROM command_outcomes WHERE borough_code = ${code} AND at < now() - interval '7 days'`);
      await tx.execute(sql`
        DELETE FROM export_jobs WHERE borough_code = ${code} AND created_at < now() - interval '7 days'`);
      await tx.execute(sql`
        DELETE FROM weekly_digests WHERE borough_code = ${code} AND week_on < current_date - 365`);
    });
  }
}
