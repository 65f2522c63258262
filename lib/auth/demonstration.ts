import "server-only";
import { eq } from "drizzle-orm";
import accounts from "@/drizzle/seed/accounts.json";
import { schemaState } from "@/lib/db/schema/boroughs";
import { readScope } from "@/lib/db/scope";
import { isDemonstration } from "@/lib/env";

export interface DemonstrationAccount {
  name: string;
  where: string;
  /** Address and password, or the staff link and PIN. */
  signIn: { email: string; password: string } | { path: string | null; pin: string };
}

/** One account a role, with its public password; null outside the demonstration. */
export async function listDemonstrationAccounts(): Promise<DemonstrationAccount[] | null> {
  if (!isDemonstration()) return null;
  const path = await findStaffPath();
  return accounts.map(({ name, where, email, password, pin }) => ({
    name,
    where,
    signIn: email && password ? { email, password } : { path, pin: pin ?? "" },
  }));
}

/** The demonstration writes its staff link down: the code depends on this portal's secret. */
async function findStaffPath(): Promise<string | null> {
  const [row] = await readScope({ role: "portal_auth", boroughs: [] }, (tx) =>
    tx
      .select({ path: schemaState.value })
      .from(schemaState)
      .where(eq(schemaState.name, "demonstration_staff_path")),
  );
  return row?.path ?? null;
}
