import { expect, type Page } from "@playwright/test";
import { FIGURES_FROM_FACTS } from "../../drizzle/seed/test-figures";
import { londonDate, monthEnd } from "../../lib/dates";
import { inDatabase } from "./database";

export interface Share {
  met: number;
  of: number;
}

const asNumber = (text: string | undefined) => Number((text ?? "").replace(/\D/g, ""));

/** "21 of 208" on the card of an aim of the borough's dashboard. */
export async function readAim(page: Page, aim: "Prevent" | "Pursue"): Promise<Share> {
  const card = page.getByRole("article").filter({ has: page.getByRole("heading", { name: aim }) });
  const [met, of] = (await card.getByRole("link").first().innerText()).split(" of ");
  return { met: asNumber(met), of: asNumber(of) };
}

/** What the police's comparison of boroughs says of one of them. */
export async function readPolice(page: Page, measure: string, borough: string): Promise<Share> {
  await page.goto(`/police?measure=${measure}`);
  const table = page.getByRole("table", { name: /^\d+ boroughs/ });
  const cell = table.getByRole("row", { name: borough }).first().getByRole("cell").first();
  await expect(cell).toContainText(" of ");
  const [, met, of] = /([\d,]+) of ([\d,]+)/.exec(await cell.innerText()) ?? [];
  return { met: asNumber(met), of: asNumber(of) };
}

/** The same counted by hand from the facts: no coverage table, no standing table. */
export async function countByHand(borough: string): Promise<{ prevent: Share; pursue: Share }> {
  const today = monthEnd(londonDate(new Date()));
  const rows = await inDatabase([borough], (tx) =>
    tx.unsafe<Record<"in_scope" | "prevent" | "pursue", number>[]>(FIGURES_FROM_FACTS, [
      borough,
      today,
    ]),
  );
  const sum = (name: "in_scope" | "prevent" | "pursue") =>
    rows.reduce((total, row) => total + row[name], 0);
  const of = sum("in_scope");
  return { prevent: { met: sum("prevent"), of }, pursue: { met: sum("pursue"), of } };
}
