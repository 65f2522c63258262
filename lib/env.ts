import { tmpdir } from "node:os";
import path from "node:path";
import * as z from "zod";

const ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

const names = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  /** What the app connects as: portal_login, which owns nothing. */
  DATABASE_URL: z.url(),
  /** Connections a process keeps open. */
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  /** Direct connection of portal_owner: migrations, and the jobs' own schema. */
  DATABASE_OWNER_URL: z.url().optional(),
  /** The worker's own direct connection, past any PgBouncer; DATABASE_URL unless given. */
  DATABASE_JOBS_URL: z.url().optional(),
  /** The address people use, e.g. https://portal.example.org */
  PORTAL_URL: z.url().default("http://localhost:3000"),
  /** Signs session cookies and derives the secrets in links: at least 32 random characters. */
  PORTAL_SECRET: z.string().min(32, "needs at least 32 random characters"),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default("Operation Make Safe <portal@example.org>"),
  /** With it, letters go through GOV.UK Notify instead of SMTP_URL; it ends in a service id and a secret. */
  NOTIFY_API_KEY: z
    .string()
    .regex(new RegExp(`-${ID}-${ID}$`), "is not an API key of GOV.UK Notify")
    .optional(),
  /** A template of ((subject)) and ((body)). */
  NOTIFY_TEMPLATE_EMAIL: z.uuid().optional(),
  /** A template of ((body)); text messages are sent only with it. */
  NOTIFY_TEMPLATE_SMS: z.uuid().optional(),
  NOTIFY_URL: z.url().default("https://api.notifications.service.gov.uk"),
  /** Set by `npm start` for the embedded database alone. */
  PORTAL_DEMONSTRATION: z.enum(["0", "1"]).default("0"),
  /** Where the local mail server keeps messages; unset when SMTP_URL is set. */
  MAILBOX_DIR: z.string().optional(),
  /** Where the worker keeps long exports and the web server finds them: one folder for both. */
  EXPORTS_DIR: z.string().default(path.join(tmpdir(), "portal-exports")),
  /** Where pictures of posters lie: outside the web root, the same folder for web server and worker. */
  PICTURES_DIR: z.string().default(".data/pictures"),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

const schema = names.refine((given) => !given.NOTIFY_API_KEY || given.NOTIFY_TEMPLATE_EMAIL, {
  path: ["NOTIFY_TEMPLATE_EMAIL"],
  message: "is needed with NOTIFY_API_KEY",
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/** The checked environment; throws one plain sentence that names what is missing. */
export function env(): Env {
  if (!parsed) {
    const given = Object.fromEntries(
      Object.entries(process.env).filter(([, value]) => value !== ""),
    );
    const result = schema.safeParse(given);
    if (!result.success) {
      const faults = result.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`);
      throw new Error(
        `The portal cannot start. Check these environment names. ${faults.join("; ")}`,
      );
    }
    parsed = result.data;
  }
  return parsed;
}

/** Is this the demonstration (invented businesses on the embedded database)? */
export function isDemonstration(): boolean {
  return env().PORTAL_DEMONSTRATION === "1";
}

/** The log level alone: logging must work before, and when, the rest of the environment is at fault. */
export function logLevel(): string {
  return process.env.LOG_LEVEL || "info";
}

/** next-auth reads its address from a name of its own. */
export function nameAddressForNextAuth(): void {
  process.env.NEXTAUTH_URL ??= env().PORTAL_URL;
}
