import { createHash } from "node:crypto";
import type postgres from "postgres";
import { addDays, daysBetween, monthEnd } from "@/lib/dates";
import { accountOf } from "./accounts";
import { moment, seededRandom } from "./random";
import { note, type Scene } from "./scene";

const compact = (postcode: string) => postcode.replaceAll(" ", "");

/** The borough's ward list, a report signed two months ago, and last night's check. */
export function addWardsAndReports(scene: Scene): void {
  const { plan, facts, calendar } = scene;
  const boroughCode = plan.code;
  const random = seededRandom(`wards ${boroughCode}`);
  const wards = new Map<string, string | null>();
  for (const business of facts.businesses) {
    const postcode = compact(business.postcode);
    if (!wards.has(postcode)) wards.set(postcode, business.ward ?? null);
    business.ward = wards.get(postcode) ?? null;
  }
  const list = [...wards].flatMap(([postcode, ward]) =>
    ward === null ? [] : [{ postcode, ward }],
  );
  for (const row of list) facts.wardPostcodes.push({ boroughCode, ...row });
  const on = addDays(calendar.start, 3);
  const upload = { read: list.length, postcodes: list.length, refused: 0 };
  addUpload(scene, random.uuid(), { ...upload, on, state: "confirmed" });
  if (plan.registers) addWaitingList(scene, random.uuid(), list, wards);
  facts.coverageChecks.push({
    boroughCode,
    id: random.uuid(),
    at: moment(calendar.yesterday, -5 * 60),
    faults: 0,
    repaired: 0,
  });
  addReport(scene, random.uuid());
}

interface UploadPlan {
  on: string;
  state: "confirmed" | "previewed";
  read: number;
  postcodes: number;
  refused: number;
}

function addUpload(scene: Scene, id: string, plan: UploadPlan): void {
  const { facts, plan: borough } = scene;
  const confirmed = plan.state === "confirmed";
  const actorId = accountOf("borough_admin").id;
  facts.wardUploads.push({
    boroughCode: borough.code,
    id,
    fileName: confirmed ? "postcodes-and-wards.csv" : "postcodes-and-wards-corrected.csv",
    encoding: "utf-8",
    fileHash: createHash("sha256").update(`${borough.code} ${plan.on}`).digest("hex"),
    state: plan.state,
    rowsRead: plan.read,
    postcodes: plan.postcodes,
    wards: 6,
    rowsRepeated: 0,
    rowsElsewhere: 0,
    rowsRefused: plan.refused,
    businessesChanged: confirmed ? plan.postcodes : null,
    businessesUnplaced: confirmed ? facts.businesses.filter((each) => !each.ward).length : null,
    uploadedBy: actorId,
    createdAt: moment(plan.on, 15),
    settledAt: confirmed ? moment(plan.on, 21) : null,
    settledBy: confirmed ? actorId : null,
  });
  const deed = { on: plan.on, role: "borough_admin" as const, actorId, fields: ["state"] };
  const subject = ["ward_upload", id] as const;
  note(scene, { ...deed, minutes: 15, action: "wards.upload", subject });
  if (confirmed) note(scene, { ...deed, minutes: 21, action: "wards.confirm", subject });
}

/** A corrected list that nobody confirmed yet: it places some businesses, moves some, and has faults. */
function addWaitingList(
  scene: Scene,
  id: string,
  list: readonly { postcode: string; ward: string }[],
  wards: ReadonlyMap<string, string | null>,
): void {
  const { facts, calendar, plan } = scene;
  const rows = [...wards].map(([postcode, ward], i) => ({
    postcode,
    ward: ward === null || i % 9 === 0 ? "Riverside" : ward,
    reason: null as string | null,
  }));
  const kept = rows.filter((_, i) => i % 14 !== 3);
  const [first] = list;
  const refused = [
    { postcode: "W1", ward: "Parkside", reason: "“W1” is not a full postcode, like W1J 7RW." },
    { postcode: null, ward: "Old Wharf", reason: "The postcode is missing." },
    {
      postcode: first?.postcode ?? null,
      ward: "Canalside",
      reason: `Line 2 puts this postcode into “${first?.ward ?? "Parkside"}”.`,
    },
  ];
  facts.wardUploadRows.push(
    ...[...kept, ...refused].map((row, i) => ({
      boroughCode: plan.code,
      uploadId: id,
      line: i + 2,
      ...row,
    })),
  );
  addUpload(scene, id, {
    on: addDays(calendar.today, -3),
    state: "previewed",
    read: kept.length + refused.length,
    postcodes: kept.length,
    refused: refused.length,
  });
}

/** Signed on the tenth day of the month after; its figures are copied once they are counted. */
function addReport(scene: Scene, id: string): void {
  const { plan, facts, calendar } = scene;
  const asAt = monthEnd(calendar.today, -2);
  if (daysBetween(calendar.start, asAt) < 0) return;
  const admin = accountOf("borough_admin");
  const on = addDays(asAt, 10);
  facts.coverageReports.push({
    boroughCode: plan.code,
    id,
    asAt,
    signedBy: admin.id,
    signedName: admin.name,
    signedAt: moment(on, 30),
  });
  note(scene, {
    on,
    minutes: 30,
    role: "borough_admin",
    actorId: admin.id,
    action: "report.sign",
    subject: ["coverage_report", id],
    fields: ["as_at"],
    details: { month: asAt.slice(0, 7) },
  });
}

/** The signed figures, from the cells: as they were before two late records and a placed business. */
export async function fillReports(tx: postgres.TransactionSql): Promise<void> {
  await tx`
    INSERT INTO coverage_report_cells (borough_code, report_id, measure, sector, ward, late, count)
    SELECT r.borough_code, r.id, c.measure, c.sector, c.ward, c.late, sum(c.delta)
    FROM coverage_reports r
    JOIN coverage_cells c ON c.borough_code = r.borough_code AND c.month <= r.as_at
    WHERE NOT EXISTS (SELECT FROM coverage_report_cells k WHERE k.borough_code = r.borough_code AND k.report_id = r.id)
    GROUP BY r.borough_code, r.id, c.measure, c.sector, c.ward, c.late HAVING sum(c.delta) > 0`;
  await tx`
    UPDATE coverage_report_cells k SET count = k.count - 1
    FROM (
      SELECT DISTINCT ON (borough_code, report_id, measure) borough_code, report_id, measure, sector, ward, late
      FROM coverage_report_cells
      WHERE measure IN ('trained', 'prevent', 'reporting_route') AND count > 2
      ORDER BY borough_code, report_id, measure, sector, count DESC, ward, late
    ) m
    WHERE (k.borough_code, k.report_id, k.measure, k.sector, k.ward, k.late)
      = (m.borough_code, m.report_id, m.measure, m.sector, m.ward, m.late)`;
}
