import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import {
  type DigestReader,
  findDigestReader,
  listDigestReaders,
  viewersOf,
} from "@/lib/auth/digest-readers";
import { hashSecret, linkSecret } from "@/lib/auth/secrets";
import { asViewer } from "@/lib/command";
import { londonDate } from "@/lib/dates";
import { weeklyDigests } from "@/lib/db/schema/reminders";
import { type Transaction, writeScope } from "@/lib/db/scope";
import { log } from "@/lib/log";
import { afterQuietHours, isQuiet } from "@/lib/mail/quiet-hours";
import { canSendTexts } from "@/lib/mail/transport";
import { digestLetter, overdueText } from "@/lib/reminders/letter";
import {
  businessSection,
  type DigestSection,
  learnerSection,
  officerSection,
  weekOf,
} from "@/lib/reminders/model";
import { findLearnerFacts, listBusinessFacts, listWeekCounts } from "@/lib/reminders/queries";
import { digestOf, settleDigest } from "./digest-rows";
import { sendUnlessRefused } from "./mail";
import { enqueue } from "./queue";
import { listCodes } from "./upkeep";

/** Queues this week's e-mails of every borough that has not had them yet. */
export async function queueWeek(): Promise<void> {
  const { inUse } = await listCodes();
  const digests = await queueDigests(inUse, new Date());
  log.info({ boroughs: inUse.length, digests }, "weekly e-mails queued");
}

/** Queues the e-mails of the week this moment lies in; answers how many. A borough has one such run a week. */
export async function queueDigests(codes: readonly string[], now: Date): Promise<number> {
  let queued = 0;
  for (const code of codes) {
    const readers = await listDigestReaders(code);
    queued += await writeScope({ role: "portal_worker", boroughs: [code] }, (tx) =>
      queueBorough(tx, code, readers, now),
    );
  }
  return queued;
}

async function queueBorough(
  tx: Transaction,
  boroughCode: string,
  readers: readonly DigestReader[],
  now: Date,
): Promise<number> {
  const weekOn = weekOf(londonDate(now));
  const lock = `weekly digests ${boroughCode}`;
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  const [done] = await tx
    .select({ id: weeklyDigests.id })
    .from(weeklyDigests)
    .where(and(eq(weeklyDigests.boroughCode, boroughCode), eq(weeklyDigests.weekOn, weekOn)))
    .limit(1);
  if (done) return 0;
  for (const { userId, off } of readers) {
    const id = randomUUID();
    const stopHash = hashSecret(linkSecret("digest", boroughCode, id));
    const state = off ? ("turned_off" as const) : ("waiting" as const);
    await tx.insert(weeklyDigests).values({
      boroughCode,
      id,
      userId,
      weekOn,
      stopHash,
      state,
      createdAt: now,
      ...(off ? { settledAt: now } : {}),
    });
    const job = { boroughCode, digestId: id };
    if (!off) await enqueue(tx, "digest.send", job, afterQuietHours(now, "email"));
  }
  return readers.filter((reader) => !reader.off).length;
}

/** Writes and sends one person's e-mail from what is so now, by day; what came of it is kept. */
export async function sendDigest(job: Record<string, unknown>, now = new Date()): Promise<void> {
  const ids = digestOf(job);
  if (!ids) throw new Error("A job of a weekly e-mail without its ids.");
  const { boroughCode, digestId } = ids;
  if (isQuiet(now, "email")) {
    return writeScope({ role: "portal_worker", boroughs: [boroughCode] }, (tx) =>
      enqueue(tx, "digest.send", ids, afterQuietHours(now, "email")),
    );
  }
  const reader = await findDigestReader(boroughCode, digestId);
  if (reader?.off) return settleDigest(boroughCode, digestId, "turned_off");
  const sections = reader ? await writeSections(reader, boroughCode, londonDate(now)) : [];
  if (!reader || sections.length === 0) {
    return settleDigest(boroughCode, digestId, "nothing_to_say");
  }
  const stopPath = `/weekly-email/${boroughCode}/${linkSecret("digest", boroughCode, digestId)}`;
  const { boroughName, email: to } = reader;
  const letter = digestLetter({ boroughName, sections, stopPath });
  const sent = await sendUnlessRefused({ to, letter }, digestId);
  if (!sent) return settleDigest(boroughCode, digestId, "failed");
  const texts = reader.mobile !== null && canSendTexts() && overdueText(boroughName, sections);
  const withText = texts ? { from: afterQuietHours(now, "text") } : undefined;
  await settleDigest(boroughCode, digestId, "sent", withText);
}

/** What the reader's own pages would tell them, each read in the role they hold there. */
export async function writeSections(
  reader: DigestReader,
  boroughCode: string,
  today: string,
): Promise<DigestSection[]> {
  const { team, managers, learners } = viewersOf(reader, boroughCode);
  const sections: (DigestSection | null)[] = [];
  if (team) {
    const { userId } = team;
    const counts = await asViewer(team, (ctx) => listWeekCounts(ctx, boroughCode, userId), {
      today,
    });
    sections.push(officerSection(boroughCode, reader.boroughName, counts));
  }
  for (const manager of managers) {
    const facts = await asViewer(manager, (ctx) => listBusinessFacts(ctx, boroughCode), { today });
    sections.push(...facts.map(businessSection));
  }
  for (const learner of learners) {
    const facts = await asViewer(learner, findLearnerFacts, { today });
    sections.push(facts ? learnerSection(facts, today) : null);
  }
  return sections.filter((section) => section !== null);
}
