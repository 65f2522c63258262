import { afterAll, expect, it } from "vitest";
import { closeBusiness, enrolOnPaper } from "@/lib/businesses/stage-commands";
import { asViewer, runCommand } from "@/lib/command";
import { londonDate, monthEnd } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { writeScope } from "@/lib/db/scope";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { addPremises, newestAudit } from "@/lib/db/test/premises";
import { Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { changesOf, shareIn } from "./history-model";
import { getReport, listPlaceCells, listReportFigures, listReports } from "./history-queries";
import { signReport } from "./report-commands";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const today = londonDate(new Date());
const month = today.slice(0, 7);
/** A day on which this month is over. */
const later = `${Number(today.slice(0, 4)) + 1}-02-03`;

const sign = (borough: TestBorough, viewer = borough.admin, on = later, signed = month) =>
  runCommand(
    signReport,
    viewer,
    { month: signed, checked: "yes" },
    { boroughCode: borough.code, today: on },
  );

async function changesSince(borough: TestBorough, reportId: string) {
  return asViewer(borough.officer, async (ctx) =>
    changesOf(await listReportFigures(ctx, await getReport(ctx, reportId))),
  );
}

it("keeps a month's figures as signed and says what has changed since", async () => {
  const borough = await mintBorough();
  const businessId = await addPremises(borough);
  await addPremises(borough, "The Second Heron");
  const { reportId } = await sign(borough);
  expect(await newestAudit(borough.code)).toMatchObject({
    action: "report.sign",
    details: { month },
  });
  expect(await changesSince(borough, reportId)).toEqual([]);

  const options = { boroughCode: borough.code };
  await runCommand(enrolOnPaper, borough.officer, { businessId, agreed: "yes" }, options);
  expect(await changesSince(borough, reportId)).toEqual([
    { measure: "enrolled", sector: "licensed_premises", ward: "", signed: 0, now: 1 },
  ]);
  await runCommand(closeBusiness, borough.officer, { businessId }, options);
  expect(await changesSince(borough, reportId)).toEqual([
    { measure: "in_scope", sector: "licensed_premises", ward: "", signed: 2, now: 1 },
  ]);
  const reports = await asViewer(borough.officer, listReports);
  expect(reports).toMatchObject([
    { id: reportId, asAt: monthEnd(today), signedName: "Test Officer" },
  ]);
});

it("signs a month again only when something has changed", async () => {
  const borough = await mintBorough();
  const businessId = await addPremises(borough);
  await sign(borough);
  await expect(sign(borough)).rejects.toMatchObject({ field: "month" });
  await runCommand(
    enrolOnPaper,
    borough.officer,
    { businessId, agreed: "yes" },
    { boroughCode: borough.code },
  );
  await sign(borough);
  expect(await asViewer(borough.officer, listReports)).toHaveLength(2);
});

it("refuses a month that is not over, one without figures, and one that is no month", async () => {
  const borough = await mintBorough();
  await expect(sign(borough, borough.admin, later, "2020-01")).rejects.toThrow(
    /Nothing was counted/,
  );
  await addPremises(borough);
  await expect(sign(borough, borough.admin, monthEnd(today))).rejects.toThrow(/not over yet/);
  await expect(sign(borough, borough.admin, later, "2026-13")).rejects.toBeInstanceOf(RuleBroken);
  expect(await asViewer(borough.officer, listReports)).toEqual([]);
});

it("is an administrator's, of one's own borough", async () => {
  const borough = await mintBorough();
  const other = await mintBorough();
  await addPremises(borough);
  await expect(sign(borough, borough.officer)).rejects.toBeInstanceOf(Forbidden);
  const { reportId } = await sign(borough);
  await expect(asViewer(other.admin, (ctx) => getReport(ctx, reportId))).rejects.toBeInstanceOf(
    NotFound,
  );
});

it("lets no role of the portal change or remove what was signed", async () => {
  const borough = await mintBorough();
  await addPremises(borough);
  await sign(borough);
  for (const role of ["portal_borough", "portal_worker", "portal_programme"] as const) {
    for (const statement of [
      "UPDATE coverage_report_cells SET count = 9",
      "DELETE FROM coverage_report_cells",
      "UPDATE coverage_reports SET signed_name = 'x'",
      "DELETE FROM coverage_reports",
    ]) {
      const order = writeScope({ role, boroughs: [borough.code] }, (tx) => tx.execute(statement));
      await expect(order).rejects.toMatchObject({ cause: { code: "42501" } });
    }
  }
});

it("reads a month's figures by sector and ward, and night cover among those open late alone", async () => {
  const borough = await mintBorough();
  await addPremises(borough);
  await asOwner(
    [borough.code],
    (tx) => tx`
    INSERT INTO coverage_cells (borough_code, ward, sector, late, measure, month, delta) VALUES
      (${borough.code}, 'Riverside', 'hotel', false, 'in_scope', '2026-01-01', 5),
      (${borough.code}, 'Riverside', 'hotel', true, 'in_scope', '2026-01-01', 2),
      (${borough.code}, 'Riverside', 'hotel', true, 'night_cover', '2026-02-01', 1)`,
  );
  const cells = await asViewer(borough.officer, (ctx) =>
    listPlaceCells(ctx, "night_cover" as Parameters<typeof listPlaceCells>[1]),
  );
  const place = { ward: "Riverside", sector: "hotel" };
  expect(shareIn(cells, "night_cover", "2026-01-01", place)).toEqual({ met: 0, of: 2 });
  expect(shareIn(cells, "night_cover", "2026-02-01", place)).toEqual({ met: 1, of: 2 });
  expect(shareIn(cells, "in_scope", "2026-02-01", place).of).toBe(7);
});
