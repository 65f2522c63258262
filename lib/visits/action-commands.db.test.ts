import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { addPremises, managerOf, newestAudit } from "@/lib/db/test/premises";
import { joinTeam, planVisit } from "@/lib/db/test/visits";
import { Forbidden, NotFound } from "@/lib/errors";
import { finishAction, finishOwnAction } from "./action-commands";
import { recordVisit } from "./commands";

const TODAY = "2026-12-02";
let borough: TestBorough;

beforeAll(async () => {
  borough = await mintBorough();
  await joinTeam(borough, borough.officer.userId);
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const options = () => ({ boroughCode: borough.code, today: TODAY });
const read = <T extends object>(query: string, values: string[]) =>
  asOwner([borough.code], (tx) => tx.unsafe<T[]>(query, values));

describe("finishing what was agreed", () => {
  async function agreed(name: string) {
    const businessId = await addPremises(borough, name, "hotel");
    const visitId = await planVisit(borough, businessId, TODAY);
    const answers = {
      ...{ visitId, outcome: "seen", visitedOn: TODAY },
      businessActions: ["put_up_posters"],
      businessDueOn: "2026-12-30",
      boroughActions: ["send_posters"],
      boroughDueOn: "2026-12-30",
    };
    await runCommand(recordVisit, borough.officer, answers, options());
    const rows = await read<{ id: string; owner: string }>(
      "SELECT id, owner FROM visit_actions WHERE visit_id = $1",
      [visitId],
    );
    const of = (owner: string) => rows.find((row) => row.owner === owner)?.id ?? "";
    return { businessId, own: of("business"), boroughs: of("borough") };
  }

  it("is done by the manager for the business's own, and by an officer for both", async () => {
    const { businessId, own, boroughs } = await agreed("The Willing Kite");
    const manager = managerOf(borough, businessId);
    await runCommand(finishOwnAction, manager, { actionId: own }, options());
    expect(await newestAudit(borough.code, businessId)).toMatchObject({
      action: "visit.finish_own_action",
      actor_role: "business_manager",
      details: { code: "put_up_posters" },
    });
    await runCommand(finishAction, borough.officer, { actionId: boroughs }, options());
    const done = await read<{ n: number }>(
      "SELECT count(*)::int AS n FROM visit_actions WHERE business_id = $1 AND done_on = $2",
      [businessId, TODAY],
    );
    expect(done[0]?.n).toBe(2);
    const again = runCommand(finishAction, borough.officer, { actionId: own }, options());
    await expect(again).rejects.toThrow(NotFound);
  });

  it("is not the manager's to do for the borough, nor for the business next door", async () => {
    const { businessId, own, boroughs } = await agreed("The Modest Kite");
    const next = await addPremises(borough, "The Kite Next Door", "hotel");
    const cases = [
      [managerOf(borough, businessId), boroughs],
      [managerOf(borough, next), own],
    ] as const;
    for (const [viewer, actionId] of cases) {
      await expect(runCommand(finishOwnAction, viewer, { actionId }, options())).rejects.toThrow(
        NotFound,
      );
    }
    const officer = runCommand(finishOwnAction, borough.officer, { actionId: own }, options());
    await expect(officer).rejects.toThrow(Forbidden);
  });
});
