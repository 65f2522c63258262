import "server-only";
import PgBoss from "pg-boss";
import { log } from "@/lib/log";
import { checkAllCoverage, repairCoverage } from "./coverage";
import { sendDigestText } from "./digest-texts";
import { queueWeek, sendDigest } from "./digests";
import { setAsideExport, writeExport } from "./exports";
import { type MailJob, sendOutboxMail, sendPasswordLink, setAsideMail } from "./mail";
import { type QueueName, SCHEDULES } from "./queues";
import { remindOwners } from "./reminders";
import { checkAudit, sealAudit, sweepRetention } from "./upkeep";

type Work = (data: MailJob) => Promise<void>;

/** What each queue does, how many jobs at once, and how often it looks (seconds). */
const WORK: readonly { queue: QueueName; run: Work; atOnce: number; every: number }[] = [
  { queue: "mail.send", run: (data) => sendOutboxMail(data), atOnce: 25, every: 0.5 },
  { queue: "password-link.send", run: sendPasswordLink, atOnce: 5, every: 0.5 },
  { queue: "digest.send", run: (data) => sendDigest(data), atOnce: 10, every: 2 },
  { queue: "digest.text", run: (data) => sendDigestText(data), atOnce: 2, every: 5 },
  { queue: "mail.dead", run: setAsideMail, atOnce: 5, every: 5 },
  { queue: "export.write", run: writeExport, atOnce: 1, every: 1 },
  { queue: "export.dead", run: setAsideExport, atOnce: 5, every: 5 },
  { queue: "audit.seal", run: sealAudit, atOnce: 1, every: 2 },
  { queue: "audit.check", run: checkAudit, atOnce: 1, every: 15 },
  { queue: "coverage.check", run: checkAllCoverage, atOnce: 1, every: 15 },
  { queue: "coverage.repair", run: repairCoverage, atOnce: 1, every: 2 },
  { queue: "actions.remind", run: remindOwners, atOnce: 1, every: 15 },
  { queue: "digests.queue", run: queueWeek, atOnce: 1, every: 15 },
  { queue: "retention.sweep", run: sweepRetention, atOnce: 1, every: 15 },
];
/** Audit entries are sealed within a minute: a run every 20 seconds, one for all workers. */
const SEAL_SECONDS = 20;
const STOP_MILLISECONDS = 15_000;

export interface Worker {
  /** Takes no more jobs, finishes those under way or hands them back; at most 16 seconds. */
  stop(): Promise<void>;
}

/** Starts taking jobs over a direct connection of its own, as portal_worker. */
export async function startWorker(connectionString: string): Promise<Worker> {
  const boss = new PgBoss({
    ...asWorker(connectionString),
    max: 4,
    application_name: "portal_worker",
    migrate: false,
    maintenanceIntervalSeconds: 5,
    archiveCompletedAfterSeconds: 3600,
    archiveFailedAfterSeconds: 14 * 24 * 3600,
    deleteAfterDays: 14,
  });
  boss.on("error", (error) => log.error({ error: faultOf(error) }, "job queue"));
  await boss.start();
  for (const { queue, cron } of SCHEDULES) {
    await boss.schedule(queue, cron, {}, { tz: "Europe/London" });
  }
  for (const { queue, run, atOnce, every } of WORK) {
    await boss.work<MailJob>(queue, { batchSize: atOnce, pollingIntervalSeconds: every }, (jobs) =>
      runEach(boss, queue, run, jobs),
    );
  }
  const seal = () => {
    boss
      .send("audit.seal", {}, { singletonSeconds: SEAL_SECONDS })
      .catch((error: unknown) => log.error({ error: faultOf(error) }, "job queue"));
  };
  seal();
  const sealing = setInterval(seal, SEAL_SECONDS * 1000);
  log.info("worker ready");
  return {
    stop: async () => {
      clearInterval(sealing);
      await boss.stop({ graceful: true, wait: true, timeout: STOP_MILLISECONDS });
    },
  };
}

/** The connection steps down to portal_worker as it starts. */
function asWorker(connectionString: string): { connectionString: string } {
  const url = new URL(connectionString);
  url.searchParams.set("options", "-c role=portal_worker");
  return { connectionString: url.href };
}

/** One failing job neither stops nor fails its neighbours. */
async function runEach(
  boss: PgBoss,
  queue: QueueName,
  run: Work,
  jobs: readonly PgBoss.Job<MailJob>[],
): Promise<void> {
  await Promise.all(
    jobs.map(async (job) => {
      try {
        await run(job.data);
      } catch (error) {
        log.warn({ queue, job: job.id, error: faultOf(error) }, "job failed, to be tried again");
        await boss.fail(queue, job.id, faultOf(error));
      }
    }),
  );
}

/** An error's name and code: its message may hold an address or a query's values. */
export function faultOf(error: unknown): { name: string; code?: string; cause?: string } {
  if (!(error instanceof Error)) return { name: "unknown" };
  const code = "code" in error ? String(error.code) : undefined;
  const cause =
    error.cause instanceof Error && "code" in error.cause ? String(error.cause.code) : undefined;
  return { name: error.name, ...(code ? { code } : {}), ...(cause ? { cause } : {}) };
}
