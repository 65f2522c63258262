import { randomUUID } from "node:crypto";
import { enrolOnPaper } from "@/lib/businesses/stage-commands";
import { asViewer, runCommand } from "@/lib/command";
import { listCellSums } from "@/lib/coverage/queries";
import { refreshCoverage } from "@/lib/coverage/refresh";
import { countAt } from "@/lib/coverage/series";
import { monthStart } from "@/lib/dates";
import { businesses, stageChanges } from "@/lib/db/schema/businesses";
import { writeScope } from "@/lib/db/scope";
import { mintBorough } from "@/lib/db/test/borough";
import { atMost, type Result } from "../support/bar";

const READS = 1_000;

/** Enrols a thousand businesses one by one; after each commit another session reads the figure. */
export async function visibleAtOnce(): Promise<Result[]> {
  const { code, officer, police } = await mintBorough();
  const ids = Array.from({ length: READS }, () => randomUUID());
  await writeScope({ role: "portal_borough", boroughs: [code] }, async (tx) => {
    await tx.insert(businesses).values(
      ids.map((id, n) => ({
        boroughCode: code,
        id,
        sector: "hotel",
        name: `Hotel ${n}`,
        address: "1 Larkspur Row",
        postcode: "W1A 1AA",
        stage: "in_scope" as const,
        stageOn: "2026-01-01",
      })),
    );
    await tx.insert(stageChanges).values(
      ids.map((businessId) => ({
        boroughCode: code,
        businessId,
        id: randomUUID(),
        stage: "in_scope" as const,
        fromOn: "2026-01-01",
      })),
    );
    await refreshCoverage({ tx, boroughCode: code }, ids);
  });
  let wrong = 0;
  for (const [done, businessId] of ids.entries()) {
    await runCommand(enrolOnPaper, officer, { businessId, agreed: "yes" }, { boroughCode: code });
    const told = await asViewer(police, async (ctx) =>
      countAt(await listCellSums(ctx), "enrolled", monthStart(ctx.today)),
    );
    if (told !== done + 1) wrong += 1;
  }
  return [atMost("visible-at-once", wrong, 0, { reads: READS, businesses: ids.length })];
}
