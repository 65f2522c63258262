import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";

interface Row {
  name: string;
  history: string;
}

/** A real register of public houses, and what a person would count in it. */
export function openRegister(borough: "westminster" | "hammersmith-and-fulham") {
  const address = `../../../shared/data/registers/open-pubs-${borough}.csv`;
  const path = fileURLToPath(new URL(address, import.meta.url));
  const rows: Row[] = parse(readFileSync(path, "latin1"), { columns: true });
  const closed = rows.filter((row) => /closed/i.test(row.history));
  const trading = rows.filter((row) => !closed.includes(row)).map((row) => row.name);
  /** Those whose name stands once in the file, in plain letters. */
  const unique = trading.filter(
    (name) => rows.filter((row) => row.name === name).length === 1 && /^[A-Za-z ]+$/.test(name),
  );
  return { path, read: rows.length, closed: closed.length, trading: trading.length, unique };
}

/** Uploads a register of licensed premises and waits for its preview. */
export async function uploadRegister(page: Page, borough: string, path: string): Promise<void> {
  await page.goto(`/${borough}/register`);
  await page.getByLabel("Which businesses does the file list?").selectOption("licensed_premises");
  await page.getByLabel("The register, as a CSV file").setInputFiles(path);
  // The demonstration has a main register of this sector already: this is another one.
  await page.getByText("This is a second register of the same sector").click();
  await page.getByLabel("Name of this register").fill(`Public houses ${Date.now()}`);
  await page.getByRole("button", { name: "Upload and preview" }).click();
  await page.waitForURL(/\/register\/[0-9a-f-]{36}/);
}
