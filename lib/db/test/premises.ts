import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/auth/viewer";
import { addBusiness, declareHeadcount } from "@/lib/businesses/commands";
import { enrolOnPaper } from "@/lib/businesses/stage-commands";
import { runCommand } from "@/lib/command";
import { asOwner, type TestBorough } from "./borough";

/** The day on which a test's businesses are added and enrolled, before every day a test looks at. */
export const ADDED_ON = "2026-01-05";

/** Adds a business through the real command, as an officer. */
export async function addPremises(
  borough: TestBorough,
  name = "The Painted Heron",
  sector = "licensed_premises",
  today = ADDED_ON,
): Promise<string> {
  const { businessId } = await runCommand(
    addBusiness,
    borough.officer,
    { name, address: "1 Invented Street, London", postcode: "w1j7rw", sector, opensLate: "yes" },
    { boroughCode: borough.code, today },
  );
  return businessId;
}

/** Enrols a business on paper and declares how many work there. */
export async function enrolPremises(
  borough: TestBorough,
  businessId: string,
  headcount?: number,
  today = ADDED_ON,
): Promise<void> {
  const options = { boroughCode: borough.code, today };
  await runCommand(enrolOnPaper, borough.officer, { businessId, agreed: "yes" }, options);
  if (headcount === undefined) return;
  await runCommand(declareHeadcount, borough.officer, { businessId, headcount }, options);
}

/** A manager of this business, as a viewer. */
export function managerOf(borough: TestBorough, businessId: string): Viewer {
  return {
    role: "business_manager",
    userId: randomUUID(),
    name: "Test Manager",
    boroughCode: borough.code,
    businessId,
  };
}

interface AuditRow {
  action: string;
  actor_role: string;
  fields: string[];
  business_id: string | null;
  details: Record<string, unknown>;
}

/** The newest audit entry about a business, or of the whole borough. */
export async function newestAudit(
  code: string,
  businessId?: string,
): Promise<AuditRow | undefined> {
  const [row] = await asOwner(
    [code],
    (tx) =>
      tx<AuditRow[]>`SELECT action, actor_role, fields, business_id, details FROM audit_entries
      WHERE borough_code = ${code} AND (${businessId ?? null}::uuid IS NULL OR business_id = ${businessId ?? null})
      ORDER BY at DESC LIMIT 1`,
  );
  return row;
}

/** One business's row, as the owner sees it. */
export async function businessRow(code: string, id: string) {
  const [row] = await asOwner(
    [code],
    (tx) =>
      tx<
        {
          stage: string;
          headcount: number | null;
          postcode: string;
          name: string;
          sector: string;
          exclusion_reason: string | null;
        }[]
      >`SELECT stage, headcount, postcode, name, sector, exclusion_reason FROM businesses
      WHERE borough_code = ${code} AND id = ${id}`,
  );
  return row;
}
