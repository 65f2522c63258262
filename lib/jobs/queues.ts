/** Every queue, with when a stuck job is rescued and how often a failed one is tried again. */
export const QUEUES = [
  { name: "mail.dead", retryLimit: 0 },
  { name: "mail.send", retryLimit: 8, retryDelay: 15, retryBackoff: true, expireInSeconds: 60, deadLetter: "mail.dead" },
  { name: "password-link.send", retryLimit: 8, retryDelay: 15, retryBackoff: true, expireInSeconds: 60, deadLetter: "mail.dead" },
  { name: "audit.seal", retryLimit: 3, retryDelay: 5, expireInSeconds: 60 },
  { name: "coverage.check", retryLimit: 1, expireInSeconds: 900 },
  { name: "retention.sweep", retryLimit: 1, expireInSeconds: 900 },
] as const;

export type QueueName = (typeof QUEUES)[number]["name"];
