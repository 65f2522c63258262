import postgres from "postgres";
import { type PracticeChecklist, readChecklists } from "./content";

export interface PublishedChecklist {
  sector: string;
  version: number;
  /** False when this version is published already. */
  isNew: boolean;
}

/** Two publishers wait for each other. */
const PUBLISH_LOCK = 41_199_036;

/** The first checklists count from before any borough's first month: nobody was asked for less. */
const FIRST_FROM = "2025-01-01";

/**
 * Publishes every shipped checklist whose version is new, as the owner, in one transaction: the items
 * of the version before it count until that day. Throws one sentence when a published version was edited.
 */
export async function publishPractices(
  ownerUrl: string,
  folder?: string,
): Promise<PublishedChecklist[]> {
  const lists = folder ? readChecklists(folder) : readChecklists();
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, prepare: false });
  try {
    return await sql.begin(async (tx) => {
      await tx`SELECT pg_advisory_xact_lock(${PUBLISH_LOCK})`;
      const published: PublishedChecklist[] = [];
      for (const list of lists) published.push(await publishList(tx, list));
      return published;
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function publishList(
  tx: postgres.TransactionSql,
  list: PracticeChecklist,
): Promise<PublishedChecklist> {
  const { sector, version } = list;
  const items = list.items.map((item, position) => ({
    sector,
    code: item.code,
    version,
    aim: item.aim,
    level: item.level,
    title: item.title,
    help: item.help,
    seen_on_visit: item.seenOnVisit,
    exemptions: JSON.stringify(item.notApplicableReasons),
    source: item.source.title,
    source_url: item.source.url,
    review_on: item.reviewOn,
    position,
    from_on: version === 1 ? FIRST_FROM : list.publishedOn,
  }));
  const [newest] = await tx<{ version: number | null }[]>`
    SELECT max(version)::int AS version FROM practice_items WHERE sector = ${sector}`;
  if (newest?.version && newest.version >= version) {
    await refuseEdits(tx, sector, version, items);
    return { sector, version, isNew: false };
  }
  await tx`UPDATE practice_items SET until_on = ${list.publishedOn}
    WHERE sector = ${sector} AND until_on IS NULL`;
  await tx`INSERT INTO practice_items ${tx(items)}`;
  return { sector, version, isNew: true };
}

/** What is declared and confirmed refers to the words as they were published. */
async function refuseEdits(
  tx: postgres.TransactionSql,
  sector: string,
  version: number,
  items: { code: string; title: string; aim: string; level: string }[],
): Promise<void> {
  const rows = await tx<{ code: string; title: string; aim: string; level: string }[]>`
    SELECT code, title, aim, level FROM practice_items
    WHERE sector = ${sector} AND version = ${version}`;
  const said = (item: { code: string; title: string; aim: string; level: string }) =>
    [item.code, item.title, item.aim, item.level].join("|");
  const before = rows.map(said).sort().join("\n");
  if (before === items.map(said).sort().join("\n")) return;
  throw new Error(
    `content/practices/${sector}.yaml: version ${version} is published and never changes: raise its version.`,
  );
}
