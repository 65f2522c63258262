import "server-only";
import type { BoroughViewer } from "@/lib/auth/current";
import { type DigestReader, listDigestReaders } from "@/lib/auth/digest-readers";
import { asViewer } from "@/lib/command";
import { hasRunThisWeek, listReminderLog } from "@/lib/reminders/log-queries";
import { type BusinessFacts, nextDigestOn, officerSection } from "@/lib/reminders/model";
import { listBusinessFacts, listWeekCounts } from "@/lib/reminders/queries";

export interface PeopleRow {
  kind: "team" | "managers" | "learners";
  people: number;
  off: number;
  /** People who would be written to as things stand; null where that is theirs alone to know. */
  written: number | null;
}

/** The next weekly e-mails as they would be today, and what became of the last ones. */
export async function readReminders(viewer: BoroughViewer) {
  const { boroughCode } = viewer;
  const { log, ran } = await asViewer(viewer, async (ctx) => ({
    log: await listReminderLog(ctx, boroughCode),
    ran: await hasRunThisWeek(ctx, boroughCode),
  }));
  const nextOn = nextDigestOn(new Date(), ran);
  const readers = await listDigestReaders(boroughCode);
  const team = readers.filter((reader) => reader.team !== null);
  const { facts, busy } = await asViewer(
    viewer,
    async (ctx) => {
      const busy: DigestReader[] = [];
      for (const reader of team) {
        const counts = await listWeekCounts(ctx, boroughCode, reader.userId);
        if (officerSection(boroughCode, reader.boroughName, counts)) busy.push(reader);
      }
      return { facts: await listBusinessFacts(ctx, boroughCode), busy };
    },
    { today: nextOn },
  );
  return { log, nextOn, facts, managed: managedOf(facts, readers), people: countPeople() };

  function countPeople(): PeopleRow[] {
    const waiting = new Set(facts.map((one) => one.businessId));
    const managers = readers.filter((reader) => reader.manages.length > 0);
    const learners = readers.filter((reader) => reader.learns.length > 0);
    const busyManagers = managers.filter((reader) =>
      reader.manages.some(({ businessId }) => waiting.has(businessId)),
    );
    const on = (rows: DigestReader[]) => rows.filter((reader) => !reader.off).length;
    const row = (kind: PeopleRow["kind"], all: DigestReader[], written: number | null) => ({
      kind,
      people: all.length,
      off: all.length - on(all),
      written,
    });
    return [
      row("team", team, on(busy)),
      row("managers", managers, on(busyManagers)),
      row("learners", learners, null),
    ];
  }
}

/** Businesses with something to say whose manager gets the e-mail: those there is a letter to preview of. */
function managedOf(facts: BusinessFacts[], readers: DigestReader[]): BusinessFacts[] {
  const reached = new Set(
    readers
      .filter((reader) => !reader.off)
      .flatMap((reader) => reader.manages.map(({ businessId }) => businessId)),
  );
  return facts.filter((one) => reached.has(one.businessId));
}
