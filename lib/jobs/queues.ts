/** Every queue, with when a stuck job is rescued (seconds) and how often a failed one is tried again. */
export const QUEUES = [
  { name: "mail.dead", retryLimit: 1, expireInSeconds: 60 },
  {
    name: "mail.send",
    retryLimit: 12,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds: 30,
    deadLetter: "mail.dead",
  },
  {
    name: "digest.send",
    retryLimit: 12,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds: 60,
    deadLetter: "mail.dead",
  },
  {
    name: "digest.text",
    retryLimit: 8,
    retryDelay: 30,
    retryBackoff: true,
    expireInSeconds: 60,
    deadLetter: "mail.dead",
  },
  {
    name: "password-link.send",
    retryLimit: 8,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds: 30,
    deadLetter: "mail.dead",
  },
  { name: "export.dead", retryLimit: 1, expireInSeconds: 60 },
  {
    name: "export.write",
    retryLimit: 2,
    retryDelay: 5,
    expireInSeconds: 900,
    deadLetter: "export.dead",
  },
  { name: "audit.seal", retryLimit: 1, expireInSeconds: 60 },
  { name: "audit.check", retryLimit: 1, expireInSeconds: 900 },
  { name: "coverage.check", retryLimit: 1, expireInSeconds: 900 },
  { name: "coverage.repair", retryLimit: 2, expireInSeconds: 900 },
  { name: "retention.sweep", retryLimit: 1, expireInSeconds: 900 },
  { name: "actions.remind", retryLimit: 2, expireInSeconds: 300 },
  { name: "digests.queue", retryLimit: 2, expireInSeconds: 900 },
  // pg-boss's own, for what runs by the clock: the worker may not create queues.
  { name: "__pgboss__send-it", retryLimit: 2, expireInSeconds: 60 },
] as const;

export type QueueName = (typeof QUEUES)[number]["name"];

/** What runs by the clock in London. */
export const SCHEDULES = [
  { queue: "retention.sweep", cron: "40 2 * * *" },
  { queue: "audit.check", cron: "10 3 * * *" },
  { queue: "coverage.check", cron: "20 3 * * *" },
  { queue: "actions.remind", cron: "30 7 * * *" },
  // Every day: a week's e-mails go on Monday, or on the first day after a Monday that was missed.
  { queue: "digests.queue", cron: "0 10 * * *" },
] as const satisfies readonly { queue: QueueName; cron: string }[];
