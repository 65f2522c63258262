import { randomUUID } from "node:crypto";
import { runCommand } from "@/lib/command";
import { planVisits } from "@/lib/visits/plan-commands";
import { asOwner, type TestBorough } from "./borough";

/** Makes the borough's officer a member of its team, as an accepted invitation does. */
export async function joinTeam(borough: TestBorough, userId: string): Promise<void> {
  await asOwner(
    [borough.code],
    (tx) => tx`
    INSERT INTO memberships (borough_code, id, user_id, role)
    VALUES (${borough.code}, ${randomUUID()}, ${userId}, 'borough_officer')`,
  );
}

/** A visit planned through the real command, for the borough's officer. */
export async function planVisit(
  borough: TestBorough,
  businessId: string,
  plannedOn: string,
  today = plannedOn,
): Promise<string> {
  const { visitIds } = await runCommand(
    planVisits,
    borough.officer,
    { businessIds: [businessId], plannedOn, assignedTo: borough.officer.userId },
    { boroughCode: borough.code, today },
  );
  return visitIds[0] ?? "";
}
