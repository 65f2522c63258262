import { sql } from "drizzle-orm";
import { type Transaction, transaction } from "./client";

export type { Transaction };

export const PORTAL_ROLES = [
  "portal_programme",
  "portal_borough",
  "portal_business",
  "portal_staff",
  "portal_police",
  "portal_public",
  "portal_auth",
  "portal_worker",
] as const;
export type PortalRole = (typeof PORTAL_ROLES)[number];

/** What a transaction may touch: a role and the rows it is limited to. */
export interface Scope {
  role: PortalRole;
  /** Boroughs whose rows are open; a command holds exactly one. */
  boroughs: readonly string[];
  /** Boroughs whose coverage counts may be read besides. */
  countBoroughs?: readonly string[];
  userId?: string | undefined;
  businessId?: string | undefined;
  staffId?: string | undefined;
}

const BOROUGH = /^E\d{8}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The checked plain statements that step a transaction down; throws on any value out of shape. */
export function scopeStatements(scope: Scope): string {
  if (!PORTAL_ROLES.includes(scope.role)) throw new Error("Unknown database role.");
  const codes = (list: readonly string[]) => {
    if (!list.every((code) => BOROUGH.test(code))) throw new Error("Not a borough code.");
    return list.join(",");
  };
  const uuid = (value: string | undefined) => {
    if (value !== undefined && !UUID.test(value)) throw new Error("Not an id.");
    return value ?? "";
  };
  return [
    `SET LOCAL ROLE ${scope.role}`,
    `SET LOCAL app.borough_codes = '${codes(scope.boroughs)}'`,
    `SET LOCAL app.count_borough_codes = '${codes(scope.countBoroughs ?? [])}'`,
    `SET LOCAL app.user_id = '${uuid(scope.userId)}'`,
    `SET LOCAL app.business_id = '${uuid(scope.businessId)}'`,
    `SET LOCAL app.staff_id = '${uuid(scope.staffId)}'`,
  ].join("; ");
}

const LIMITS =
  "SET LOCAL statement_timeout = '20s'; SET LOCAL idle_in_transaction_session_timeout = '20s'";

/** One consistent picture: REPEATABLE READ, READ ONLY, as the scope's role. */
export function readScope<T>(scope: Scope, run: (tx: Transaction) => Promise<T>): Promise<T> {
  return transaction(
    `SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; ${scopeStatements(scope)}; ${LIMITS}`,
    run,
  );
}

/** One write: READ COMMITTED, so that a statement after a lock sees what the lock waited for. */
export function writeScope<T>(scope: Scope, run: (tx: Transaction) => Promise<T>): Promise<T> {
  return transaction(`${scopeStatements(scope)}; ${LIMITS}`, run);
}

/** Steps an open transaction over to another role, e.g. from sign-in to the new manager's own. */
export async function stepInto(tx: Transaction, scope: Scope): Promise<void> {
  await tx.execute(sql.raw(scopeStatements(scope)));
}
