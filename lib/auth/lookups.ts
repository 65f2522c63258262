import "server-only";
import { sql } from "drizzle-orm";
import { londonDate } from "@/lib/dates";
import { readScope } from "@/lib/db/scope";
import { isBoroughCode } from "./ids";
import { hashSecret } from "./secrets";

const PUBLIC = { role: "portal_public", boroughs: [] } as const;
const SECRET = /^[0-9a-z]{26}$/;

export type InvitationRole = "borough_admin" | "borough_officer" | "business_manager";

export interface PublicInvitation {
  id: string;
  role: InvitationRole;
  businessId: string | null;
  businessName: string | null;
  boroughName: string;
  /** Where it was sent; null for a letter. */
  email: string | null;
  expiresOn: string;
  state: "open" | "used" | "withdrawn" | "expired";
}

interface InvitationRow extends Record<string, unknown> {
  id: string;
  role: InvitationRole;
  business_id: string | null;
  business_name: string | null;
  borough_name: string;
  email: string | null;
  expires_on: string;
  accepted: boolean;
  withdrawn: boolean;
}

/** The invitation behind a link, in whatever state; null when there is none. Reading uses nothing up. */
export async function findInvitation(
  boroughCode: string,
  secret: string,
): Promise<PublicInvitation | null> {
  if (!isBoroughCode(boroughCode) || !SECRET.test(secret)) return null;
  const [row] = await readScope(PUBLIC, (tx) =>
    tx.execute<InvitationRow>(
      sql`SELECT id, role, business_id, business_name, borough_name, email, expires_on::text, accepted, withdrawn
        FROM lookup_invitation(${boroughCode}, ${hashSecret(secret)})`,
    ),
  );
  if (!row) return null;
  return {
    id: row.id,
    role: row.role,
    businessId: row.business_id,
    businessName: row.business_name,
    boroughName: row.borough_name,
    email: row.email,
    expiresOn: row.expires_on,
    state: stateOf(row),
  };
}

function stateOf(row: InvitationRow): PublicInvitation["state"] {
  if (row.accepted) return "used";
  if (row.withdrawn) return "withdrawn";
  return row.expires_on < londonDate(new Date()) ? "expired" : "open";
}

export interface JoinPlace {
  businessId: string;
  businessName: string;
  boroughName: string;
  /** False once the business closed or was left out. */
  open: boolean;
}

/** The business behind a join code; null for a wrong or replaced code. */
export async function findJoinPlace(
  boroughCode: string,
  secret: string,
): Promise<JoinPlace | null> {
  if (!isBoroughCode(boroughCode) || !SECRET.test(secret)) return null;
  const [row] = await readScope(PUBLIC, (tx) =>
    tx.execute<{ business_id: string; business_name: string; borough_name: string; stage: string }>(
      sql`SELECT business_id, business_name, borough_name, stage
        FROM lookup_join(${boroughCode}, ${hashSecret(secret)})`,
    ),
  );
  if (!row) return null;
  return {
    businessId: row.business_id,
    businessName: row.business_name,
    boroughName: row.borough_name,
    open: row.stage !== "closed" && row.stage !== "excluded",
  };
}
