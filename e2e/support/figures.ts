import { expect, type Page } from "@playwright/test";
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
  const [row] = await inDatabase(
    [borough],
    (tx) => tx`
    WITH held AS (
      SELECT DISTINCT c.business_id, c.staff_id, k.purpose
      FROM certificates c JOIN courses k ON k.slug = c.course_slug
      WHERE c.revoked_on IS NULL AND c.expires_on >= date_trunc('month', now())::date
    ), people AS (
      SELECT s.business_id, count(*) AS listed,
        count(*) FILTER (WHERE a.staff_id IS NOT NULL) AS aware,
        count(*) FILTER (WHERE r.staff_id IS NOT NULL) AS reporting,
        bool_and(a.staff_id IS NOT NULL) FILTER (WHERE s.is_manager) AS managers
      FROM staff_members s
      LEFT JOIN held a ON a.staff_id = s.id AND a.purpose = 'awareness'
      LEFT JOIN held r ON r.staff_id = s.id AND r.purpose = 'reporting'
      WHERE s.borough_code = ${borough} AND s.confirmed_on IS NOT NULL AND s.left_on IS NULL
      GROUP BY 1
    ), met AS (
      SELECT b.id,
        b.stage = 'enrolled' AND coalesce(b.headcount > 0, false) AND coalesce(p.managers, false)
          AND p.aware * 100 >= 80 * greatest(b.headcount, p.listed) AS prevent,
        b.stage = 'enrolled' AND coalesce(b.headcount > 0, false)
          AND p.reporting * 100 >= 80 * greatest(b.headcount, p.listed) AS pursue
      FROM businesses b LEFT JOIN people p ON p.business_id = b.id
      WHERE b.borough_code = ${borough} AND b.stage IN ('in_scope', 'invited', 'enrolled')
        AND b.sector <> 'council_team'
    )
    SELECT count(*)::int AS "of", count(*) FILTER (WHERE prevent)::int AS prevent,
      count(*) FILTER (WHERE pursue)::int AS pursue FROM met`,
  );
  const of = row?.of as number;
  return { prevent: { met: row?.prevent, of }, pursue: { met: row?.pursue, of } };
}
