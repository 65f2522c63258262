import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeCsv } from "./csv";
import { writeExcel } from "./excel";
import { bytesOf, NAUGHTY, sheetOf } from "./test/sheets";

const office = spawnSync("soffice", ["--version"]).status === 0;
if (!office) console.log("skipped: needs libreoffice-calc");

/** Comma, quotes, UTF-8, and the last but one: run the formulas of the file, as a hasty reader would. */
const CSV_THAT_RUNS = "CSV:44,34,76,1,,0,false,true,false,false,false,0,true";

describe.skipIf(!office)("opened by LibreOffice", () => {
  let folder = "";
  const seen = new Map<string, string>();

  /** The file as LibreOffice has understood it, in its own XML. */
  const open = (name: string, bytes: Uint8Array | string) => {
    writeFileSync(join(folder, name), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const filter = name.endsWith("csv") ? [`--infilter=${CSV_THAT_RUNS}`] : [];
    const to = ["--convert-to", "fods", "--outdir", folder, join(folder, name)];
    spawnSync("soffice", [profile, "--headless", ...filter, ...to], { timeout: 100_000 });
    seen.set(name, readFileSync(join(folder, name.replace(/\.\w+$/, ".fods")), "utf8"));
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "portal-office-"));
    const sheet = sheetOf(
      [...NAUGHTY.map((text) => [text, "2026-11-24", 7]), ["Plain", "2026-11-24", 0.483]],
      [
        { header: "Text", kind: "text" },
        { header: "Day", kind: "date" },
        { header: "Share", kind: "share" },
      ],
    );
    open("control.csv", "Text\r\n=1+1\r\n");
    open("ours.csv", await bytesOf(writeCsv(sheet)));
    open("workbook.xlsx", await bytesOf(writeExcel(sheet)));
  }, 200_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const formulas = (name: string) => (seen.get(name) ?? "").match(/table:formula=/g)?.length ?? 0;

  it("finds the formula of a file that holds one: the test can fail", () => {
    expect(formulas("control.csv")).toBe(1);
  });

  it.each(["ours.csv", "workbook.xlsx"])("finds none in %s", (name) => {
    expect(seen.get(name)).toContain("Plain");
    expect(formulas(name)).toBe(0);
  });

  it("finds real days and shares in the workbook, and the odd texts as text", () => {
    const workbook = seen.get("workbook.xlsx") ?? "";
    expect(workbook).toContain('office:date-value="2026-11-24"');
    expect(workbook).toContain('office:value-type="percentage" office:value="0.483"');
    expect(workbook).toContain("<text:p>=1+1</text:p>");
    expect(workbook).toContain("<text:p>_x003D_1+1</text:p>");
    expect(workbook).toContain("<text:p>00123</text:p>");
  });
});
