import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import { startPortal } from "@/bin/lib/portal.mjs";
import { freePort } from "@/bin/lib/ports.mjs";
import { startSession } from "@/lib/auth/session";
import { memberships, policeMemberships, users } from "@/lib/db/schema/auth";
import { writeScope } from "@/lib/db/scope";
import { env } from "@/lib/env";

export interface BenchPortal {
  url: string;
  /** Of the web server. */
  pid: number | undefined;
  stop(): Promise<void>;
}

/** The built portal on a free port; `databaseUrl` may be a counter that stands in between. */
export async function startBenchPortal(databaseUrl = env().DATABASE_URL): Promise<BenchPortal> {
  const port = await freePort();
  const settings = {
    DATABASE_URL: databaseUrl,
    PORTAL_SECRET: env().PORTAL_SECRET,
    PORTAL_DEMONSTRATION: "1",
    PORTAL_URL: `http://127.0.0.1:${port}`,
    LOG_LEVEL: "warn",
  };
  const portal = await startPortal({
    port,
    env: settings,
    worker: false,
    logDir: join(".data", "bench-logs"),
  });
  return { url: settings.PORTAL_URL, pid: portal.children[0]?.pid, stop: portal.stop };
}

const cookieOf = async (token: Record<string, unknown>) =>
  `next-auth.session-token=${await encode({ token, secret: env().PORTAL_SECRET })}`;

/** The cookie of an officer of this borough, made for the measurement. */
export async function officerCookie(boroughCode: string): Promise<string> {
  const userId = randomUUID();
  const token = await writeScope({ role: "portal_auth", boroughs: [boroughCode] }, async (tx) => {
    await tx
      .insert(users)
      .values({ id: userId, email: `${userId}@example.org`, name: "Bench Officer" });
    await tx
      .insert(memberships)
      .values({ boroughCode, id: randomUUID(), userId, role: "borough_officer" });
    return startSession(tx, { userId });
  });
  return cookieOf({ ...token });
}

/** The cookie of a staff member who learns. */
export async function staffCookie(staff: {
  boroughCode: string;
  businessId: string;
  staffId: string;
}): Promise<string> {
  const token = await writeScope({ role: "portal_auth", boroughs: [staff.boroughCode] }, (tx) =>
    startSession(tx, staff),
  );
  return cookieOf({ ...token });
}

/** The cookie of an officer of one police area, who reads the counts of all of London. */
export async function policeCookie(): Promise<string> {
  const userId = randomUUID();
  const token = await writeScope({ role: "portal_auth", boroughs: [] }, async (tx) => {
    await tx
      .insert(users)
      .values({ id: userId, email: `${userId}@example.org`, name: "Bench Police" });
    await tx.insert(policeMemberships).values({ userId, policeAreaCode: "AW" });
    return startSession(tx, { userId });
  });
  return cookieOf({ ...token });
}
