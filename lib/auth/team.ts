import "server-only";
import { sql } from "drizzle-orm";
import { readScope } from "@/lib/db/scope";
import type { BoroughViewer } from "./current";

export interface TeamMember {
  userId: string;
  name: string;
  email: string;
  role: "borough_admin" | "borough_officer";
  since: string;
}

/** Who works for the viewer's borough. Only sign-in reads users, so this steps into its role. */
export async function listTeam(viewer: BoroughViewer): Promise<TeamMember[]> {
  const rows = await readScope(
    { role: "portal_auth", boroughs: [viewer.boroughCode], userId: viewer.userId },
    (tx) =>
      tx.execute<TeamMember & Record<string, unknown>>(sql`
        SELECT u.id AS "userId", u.name, u.email, m.role,
          to_char(m.created_at AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') AS since
        FROM memberships m JOIN users u ON u.id = m.user_id
        WHERE m.borough_code = ${viewer.boroughCode} AND m.business_id IS NULL
          AND m.ended_at IS NULL AND u.disabled_at IS NULL
        ORDER BY lower(u.name), u.id`),
  );
  return [...rows];
}
