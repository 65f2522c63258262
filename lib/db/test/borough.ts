import { randomInt, randomUUID } from "node:crypto";
import postgres from "postgres";
import type { Viewer } from "@/lib/auth/viewer";
import { setUpBorough } from "@/lib/boroughs/commands";
import { runCommand } from "@/lib/command";
import { env } from "@/lib/env";

let owner: postgres.Sql | undefined;

/** The owner's direct connection, for what only a migration or a fixture may do. */
export function ownerClient(): postgres.Sql {
  const url = env().DATABASE_OWNER_URL;
  if (!url) throw new Error("Database tests need DATABASE_OWNER_URL.");
  owner ??= postgres(url, { max: 2, onnotice: () => {} });
  return owner;
}

export async function closeOwner(): Promise<void> {
  await owner?.end({ timeout: 5 });
  owner = undefined;
}

/** Runs statements as the owner with every borough in scope (FORCE row level security binds it too). */
export function asOwner<T>(boroughs: string[], run: (tx: postgres.TransactionSql) => Promise<T>) {
  return ownerClient().begin(async (tx) => {
    await tx.unsafe(`SET LOCAL app.borough_codes = '${boroughs.join(",")}'`);
    return run(tx);
  });
}

export interface TestBorough {
  code: string;
  admin: Extract<Viewer, { role: "borough_admin" | "borough_officer" }>;
  officer: Extract<Viewer, { role: "borough_admin" | "borough_officer" }>;
  programme: Extract<Viewer, { role: "programme" }>;
  police: Extract<Viewer, { role: "police_officer" }>;
}

/** A code that no other test has: of a million, two of a run's thousand would often be the same. */
async function takeCode(): Promise<string> {
  const code = `E99${String(randomInt(1_000_000)).padStart(6, "0")}`;
  const added = await ownerClient()`
    INSERT INTO boroughs (code, name, police_area_code, tile_row, tile_column)
    VALUES (${code}, ${`Test borough ${code}`}, 'AW', 9, 9)
    ON CONFLICT (code) DO NOTHING RETURNING code`;
  return added.length > 0 ? code : takeCode();
}

/** A borough of a test's own, set up through the real command. */
export async function mintBorough(): Promise<TestBorough> {
  const code = await takeCode();
  const person = () => ({ userId: randomUUID(), name: "Test Officer" });
  const programme = { role: "programme" as const, ...person(), boroughs: [code] };
  await runCommand(setUpBorough, programme, {}, { boroughCode: code });
  return {
    code,
    programme,
    admin: { role: "borough_admin", ...person(), boroughCode: code },
    officer: { role: "borough_officer", ...person(), boroughCode: code },
    police: { role: "police_officer", ...person(), boroughs: [code], countBoroughs: [code] },
  };
}
