import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { addPremises } from "@/lib/db/test/premises";
import { NotFound } from "@/lib/errors";
import { setAsideExport, writeExport } from "@/lib/jobs/exports";
import { sweepBoroughs } from "@/lib/jobs/upkeep";
import { startExport } from "./commands";
import { sweepFiles } from "./files";
import { openFile } from "./open-file";
import { getExport } from "./queries";

let borough: TestBorough;
let other: TestBorough;
const folder = mkdtempSync(join(tmpdir(), "portal-exports-test-"));

beforeAll(async () => {
  process.env.EXPORTS_DIR = folder;
  borough = await mintBorough();
  other = await mintBorough();
  for (const name of ["Apple Cars", "=Cherry"]) await addPremises(borough, name, "taxi");
  await addPremises(borough, "The Bell", "hotel");
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await closeDatabase();
  await closeOwner();
});

const start = (input: Record<string, string> = {}) =>
  runCommand(
    startExport,
    borough.officer,
    { table: "businesses", format: "csv", filters: "sector=taxi&after=x", ...input },
    { boroughCode: borough.code },
  );
const place = (exportId: string) => ({ boroughCode: borough.code, exportId });
const look = (id: string, viewer = borough.officer) =>
  asViewer(viewer, (ctx) => getExport(ctx, id));
const files = () => readdirSync(join(folder, borough.code)).sort();

describe("an export in the background", () => {
  it("is asked for with the filters its list knows, counted, queued by ids alone and audited", async () => {
    const { exportId } = await start();
    expect(await look(exportId)).toMatchObject({
      state: "waiting",
      filters: { sector: "taxi" },
      rowsTotal: 2,
      rowsDone: 0,
    });
    const kept = await asOwner([borough.code], async (tx) => ({
      jobs: [
        ...(await tx`SELECT data FROM pgboss.job WHERE name = 'export.write'
        AND data->>'exportId' = ${exportId}`),
      ],
      audit: [...(await tx`SELECT details FROM audit_entries WHERE subject_id = ${exportId}`)],
    }));
    expect(kept.jobs).toEqual([{ data: place(exportId) }]);
    expect(kept.audit).toEqual([{ details: { table: "businesses", format: "csv", rows: 2 } }]);
  });

  it("is written whole to a file that the borough can open, and the page knows", async () => {
    const { exportId } = await start();
    await writeExport(place(exportId));
    const row = await look(exportId);
    expect(row).toMatchObject({ state: "done", rowsDone: 2, rowsTotal: 2 });
    const text = readFileSync(join(folder, borough.code, `${exportId}.csv`), "utf8");
    expect(text.split("\r\n").map((line) => line.split(",")[0])).toEqual([
      "\uFEFFBusiness",
      "'=Cherry",
      "Apple Cars",
      "",
    ]);
    expect(await openFile(row)).not.toBeNull();
    expect(files().filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("ends the same when the job is run again after its worker died", async () => {
    const { exportId } = await start({ format: "xlsx" });
    await writeExport(place(exportId));
    const before = await look(exportId);
    await writeExport(place(exportId));
    expect(await look(exportId)).toEqual(before);
  });

  it("is not found from another borough, nor for a list that is not there", async () => {
    const { exportId } = await start();
    await expect(look(exportId, other.officer)).rejects.toThrow(NotFound);
    await expect(start({ table: "staff" })).rejects.toThrow(NotFound);
    await expect(writeExport({ exportId })).rejects.toThrow("without its ids");
  });

  it("says that it failed once every try is used", async () => {
    const { exportId } = await start();
    await setAsideExport(place(exportId));
    expect(await look(exportId)).toMatchObject({ state: "failed" });
  });

  it("goes after 7 days, file and row, and not before", async () => {
    const { exportId: old } = await start();
    const { exportId: young } = await start();
    for (const id of [old, young]) await writeExport(place(id));
    const eightDaysAgo = new Date(Date.now() - 8 * 86_400_000);
    utimesSync(join(folder, borough.code, `${old}.csv`), eightDaysAgo, eightDaysAgo);
    await asOwner(
      [borough.code],
      (tx) => tx`UPDATE export_jobs SET created_at = ${eightDaysAgo}
        WHERE borough_code = ${borough.code} AND id = ${old}`,
    );
    await sweepBoroughs([borough.code]);
    expect(await sweepFiles()).toBe(1);
    await expect(look(old)).rejects.toThrow(NotFound);
    expect(await look(young)).toMatchObject({ state: "done" });
    expect(files()).toContain(`${young}.csv`);
    expect(files()).not.toContain(`${old}.csv`);
    expect(
      await openFile({ boroughCode: borough.code, id: randomUUID(), format: "csv" }),
    ).toBeNull();
  });
});
