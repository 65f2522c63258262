import "server-only";
import { randomUUID } from "node:crypto";
import { isBoroughCode } from "@/lib/auth/ids";
import { withdrawCopies } from "@/lib/certificates/withdraw-copies";
import { refreshBoroughMeasures } from "@/lib/coverage/borough-refresh";
import { type CoverageFault, checkCoverage } from "@/lib/coverage/check";
import { recountBatch, recountCells } from "@/lib/coverage/recount";
import { refreshTeams } from "@/lib/coverage/team-refresh";
import { refreshTouched } from "@/lib/coverage/touch";
import { coverageChecks } from "@/lib/db/schema/reports";
import { readScope, writeScope } from "@/lib/db/scope";
import { log } from "@/lib/log";
import type { MailJob } from "./mail";
import { listCodes } from "./upkeep";

/** Copies of certificates that another borough has withdrawn count no longer here either. */
export async function withdrawCopiesOf(boroughCode: string): Promise<number> {
  return writeScope({ role: "portal_borough", boroughs: [boroughCode] }, async (tx) => {
    const ctx = { tx, boroughCode };
    const touched = await withdrawCopies(ctx);
    const teams = await refreshTouched(ctx, touched, "certificates");
    if (teams.length > 0) {
      await refreshTeams(ctx, teams);
      await refreshBoroughMeasures(ctx, ["council_staff"]);
    }
    return touched.length;
  });
}

/** Recomputes every borough's coverage from its facts, in the night. */
export async function checkAllCoverage(): Promise<void> {
  const { inUse } = await listCodes();
  for (const code of inUse) {
    await withdrawCopiesOf(code);
    await checkBorough(code);
  }
  log.info({ boroughs: inUse.length }, "coverage checked");
}

/** Compares one borough's figures with its facts and keeps the outcome; a difference is an alarm. */
export async function checkBorough(code: string): Promise<CoverageFault[]> {
  const faults = await findFaults(code);
  await keepOutcome(code, { faults: faults.length, repaired: 0 });
  return faults;
}

/** Counts a borough again from its facts, a batch a transaction, and looks whether all is well. */
export async function repairCoverage(job: MailJob): Promise<void> {
  const { boroughCode } = job;
  if (typeof boroughCode !== "string" || !isBoroughCode(boroughCode)) {
    throw new Error("A job of coverage without its borough.");
  }
  const before = await findFaults(boroughCode);
  await recountBorough(boroughCode);
  const left = await findFaults(boroughCode);
  await keepOutcome(boroughCode, {
    faults: before.length,
    repaired: Math.max(0, before.length - left.length),
  });
  log.info({ boroughCode, before: before.length, left: left.length }, "coverage counted again");
}

/** Works every figure of a borough out from its facts: businesses batch by batch, then the sums. */
export async function recountBorough(boroughCode: string): Promise<void> {
  const scope = { role: "portal_borough", boroughs: [boroughCode] } as const;
  let after: string | null = null;
  do {
    const from: string | null = after;
    after = await writeScope(scope, (tx) => recountBatch({ tx, boroughCode }, from));
  } while (after !== null);
  await writeScope(scope, (tx) => recountCells({ tx, boroughCode }));
}

async function findFaults(code: string): Promise<CoverageFault[]> {
  const faults = await readScope({ role: "portal_borough", boroughs: [code] }, (tx) =>
    checkCoverage({ tx, boroughCode: code }),
  );
  if (faults.length > 0) {
    log.error(
      { alarm: "coverage", boroughCode: code, faults: faults.slice(0, 5) },
      "coverage differs from its facts",
    );
  }
  return faults;
}

async function keepOutcome(
  boroughCode: string,
  outcome: { faults: number; repaired: number },
): Promise<void> {
  await writeScope({ role: "portal_worker", boroughs: [boroughCode] }, (tx) =>
    tx.insert(coverageChecks).values({ boroughCode, id: randomUUID(), ...outcome }),
  );
}
