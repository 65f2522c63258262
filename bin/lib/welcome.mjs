import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { say } from "./say.mjs";

const ROLES = {
  programme: "Programme team",
  borough_admin: "Borough administrator",
  borough_officer: "Borough officer",
  police_officer: "Police officer",
  business_manager: "Business manager",
  staff: "Member of staff",
};

/** The address of the demonstration's staff link; the seed keeps its path in the database. */
async function staffPath(ownerUrl) {
  const { default: postgres } = await import("postgres");
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql`SELECT value FROM schema_state WHERE name = 'demonstration_staff_path'`;
    return row?.value;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Prints one demonstration sign-in for each role. */
export async function printAccounts(url, ownerUrl) {
  const accounts = JSON.parse(readFileSync(join(root, "drizzle/seed/accounts.json"), "utf8"));
  say();
  say(`The demonstration, with invented businesses and people. Sign in at ${url}/sign-in`);
  for (const { role, email, password, name, pin, where } of accounts) {
    say();
    const title = ROLES[role] ?? role;
    say(`  ${title === where ? title : `${title}: ${where}`}`);
    if (email) say(`    ${email}   ${password}`);
    else say(`    ${url}${(await staffPath(ownerUrl)) ?? ""}   type "${name}" and the PIN ${pin}`);
  }
}
