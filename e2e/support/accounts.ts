import { readFileSync } from "node:fs";

export type RoleName =
  | "programme"
  | "borough_admin"
  | "borough_officer"
  | "police_officer"
  | "business_manager"
  | "staff";

interface Account {
  role: RoleName;
  name: string;
  email?: string;
  password?: string;
  pin?: string;
}

const accounts = JSON.parse(
  readFileSync(new URL("../../drizzle/seed/accounts.json", import.meta.url), "utf8"),
) as Account[];

export const ROLE_NAMES: readonly RoleName[] = accounts.map((account) => account.role);

/** The demonstration's sign-in of a role. */
export function accountOf(role: RoleName): Account {
  const account = accounts.find((one) => one.role === role);
  if (!account) throw new Error(`The demonstration has no ${role}.`);
  return account;
}
