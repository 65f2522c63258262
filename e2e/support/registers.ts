import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";

interface Row {
  name: string;
  history: string;
}

const PLACES = {
  westminster: { city: "Westminster", at: [529658, 180215], postcode: "W1J 7R" },
  "hammersmith-and-fulham": {
    city: "Hammersmith and Fulham",
    at: [522769, 179025],
    postcode: "W6 0D",
  },
} as const;
const FIRST =
  "Amber Bracken Cinder Damson Elder Fallow Garnet Hazel Indigo Juniper Kestrel Larch Maple".split(
    " ",
  );
const SECOND = ["Anchor", "Bell", "Crown", "Dray", "Eagle", "Fleece", "Gate"];

/** An invented register in the form of the real ones (91 rows, 13 closed), for a clone without those beside it. */
function inventRegister(borough: keyof typeof PLACES): string {
  const { city, at, postcode } = PLACES[borough];
  const rows = FIRST.flatMap((first) => SECOND.map((second) => `The ${first} ${second}`)).map(
    (name, n) =>
      `${900000 + n},${name},"${n + 1} Invented Street, London",${postcode}${"ABDEFGHJLN"[n % 10]},` +
      `${at[0] + n},${at[1] + n},51.5,-0.15,${city},Public house,,${name.endsWith("Gate") ? "Closed" : ""}`,
  );
  const file = path.join(mkdtempSync(path.join(tmpdir(), "oms-register-")), `${borough}.csv`);
  const head = "id,name,address,postcode,a,b,lat,long,city,notes,website,history";
  writeFileSync(file, `${[head, ...rows].join("\r\n")}\r\n`);
  return file;
}

/** A register of public houses, real where it lies beside the clone, and what a person would count in it. */
export function openRegister(borough: keyof typeof PLACES) {
  const address = `../../../shared/data/registers/open-pubs-${borough}.csv`;
  const real = fileURLToPath(new URL(address, import.meta.url));
  const file = existsSync(real) ? real : inventRegister(borough);
  const rows: Row[] = parse(readFileSync(file, "latin1"), { columns: true });
  const closed = rows.filter((row) => /closed/i.test(row.history));
  const trading = rows.filter((row) => !closed.includes(row)).map((row) => row.name);
  /** Those whose name stands once in the file, in plain letters. */
  const unique = trading.filter(
    (name) => rows.filter((row) => row.name === name).length === 1 && /^[A-Za-z ]+$/.test(name),
  );
  return { path: file, read: rows.length, closed: closed.length, trading: trading.length, unique };
}

/** Uploads a register of licensed premises and waits for its preview. */
export async function uploadRegister(page: Page, borough: string, file: string): Promise<void> {
  await page.goto(`/${borough}/register`);
  await page.getByLabel("Which businesses does the file list?").selectOption("licensed_premises");
  await page.getByLabel("The register, as a CSV file").setInputFiles(file);
  // The demonstration has a main register of this sector already: this is another one.
  await page.getByText("This is a second register of the same sector").click();
  await page.getByLabel("Name of this register").fill(`Public houses ${Date.now()}`);
  await page.getByRole("button", { name: "Upload and preview" }).click();
  await page.waitForURL(/\/register\/[0-9a-f-]{36}/);
}
