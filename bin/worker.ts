import { closeDatabase } from "@/lib/db/client";
import { env } from "@/lib/env";
import { faultOf, startWorker } from "@/lib/jobs/worker";
import { log } from "@/lib/log";
import { closeTransport } from "@/lib/mail/transport";

/** Started before the database answers, the worker waits for it as long as this. */
const PATIENCE_MILLISECONDS = 60_000;
const LONGEST_STOP_MILLISECONDS = 20_000;

async function startWhenReady() {
  const { DATABASE_JOBS_URL, DATABASE_URL } = env();
  const until = Date.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    try {
      return await startWorker(DATABASE_JOBS_URL ?? DATABASE_URL);
    } catch (error) {
      if (Date.now() > until) throw error;
      log.warn({ error: faultOf(error) }, "the database does not answer yet");
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

// pg-boss does not wait for its own bookkeeping: a lost connection there must not end the worker.
process.on("unhandledRejection", (error) => log.error({ error: faultOf(error) }, "job queue"));

try {
  const worker = await startWhenReady();
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), LONGEST_STOP_MILLISECONDS).unref();
    await worker.stop();
    closeTransport();
    await closeDatabase();
    log.info("worker stopped");
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
} catch (error) {
  log.error({ error: faultOf(error) }, "the worker cannot start");
  console.error(error instanceof Error ? error.message : "The worker cannot start.");
  process.exit(1);
}
