import { access, stat } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Viewer } from "@/lib/auth/viewer";
import { listBoroughs } from "@/lib/boroughs/queries";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { env } from "@/lib/env";
import { Conflict } from "@/lib/errors";
import { formatNumber, plural } from "@/lib/format";
import { confirmRegister, previewRegister } from "@/lib/register/commands";
import { inspectRegister } from "@/lib/register/inspect";
import { LARGEST_FILE } from "@/lib/register/model";
import { listStagedRows } from "@/lib/register/queries";
import { describeProblem, WrongFile } from "@/lib/register/wrong-file";
import { listSectors } from "@/lib/sectors/queries";

/** Who the audit trail names for an import from the command line. */
const COMMAND_LINE = "00000000-0000-4000-8000-00000000c11e";

const USAGE = `Say which borough and which file:
  npm run import -- --borough E09000033 FILE             shows what the file holds
  npm run import -- --borough E09000033 FILE --confirm   writes it
Also: --sector hotel (licensed_premises unless given), --register NAME`;

class Refused extends Error {}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        borough: { type: "string" },
        sector: { type: "string", default: "licensed_premises" },
        register: { type: "string", default: "" },
        confirm: { type: "boolean", default: false },
      },
    });
    const [file] = positionals;
    if (!file || positionals.length > 1 || !/^E\d{8}$/.test(values.borough ?? ""))
      throw new Error();
    return { ...values, borough: values.borough ?? "", file: path.resolve(file) };
  } catch {
    throw new Refused(USAGE);
  }
}

async function checkFile(file: string): Promise<void> {
  try {
    await access(file);
  } catch {
    throw new Refused(`There is no file ${file} that can be read.`);
  }
  const facts = await stat(file);
  if (!facts.isFile()) throw new Refused(`${file} is not a file.`);
  if (facts.size > LARGEST_FILE) throw new WrongFile("too_large");
}

async function run(): Promise<void> {
  const { borough, file, sector, register, confirm } = readArguments();
  await checkFile(file);
  const viewer: Viewer = {
    role: "borough_admin",
    userId: COMMAND_LINE,
    name: "Command line",
    boroughCode: borough,
  };
  const { authorities, sectors } = await asViewer(viewer, async (ctx) => ({
    authorities: await listBoroughs(ctx),
    sectors: await listSectors(ctx),
  }));
  const name = authorities.find(({ code }) => code === borough)?.name;
  if (!name) throw new Refused(`${borough} is not one of the 33 London authorities.`);
  if (sectors.length === 0) {
    throw new Refused(`${name} is not set up yet: the programme team sets it up first.`);
  }
  try {
    const read = await inspectRegister(file, { code: borough, authorities });
    const place = { boroughCode: borough };
    const input = { sector, register, fileName: path.basename(file) };
    const previewed = await runCommand(previewRegister(read), viewer, input, place);
    await report(viewer, name, previewed, read.dropped);
    if (!confirm) {
      console.log("\nNothing is written yet. Add --confirm to write it, or look at it first:");
      console.log(`${env().PORTAL_URL}/${borough}/register/${previewed.importId}`);
      return;
    }
    const { importId } = previewed;
    const done = await runCommand(confirmRegister, viewer, { importId }, place);
    console.log(
      `\nWritten: ${plural(done.added, "business", "businesses")} added, ${formatNumber(done.updated)} corrected, ` +
        `${formatNumber(done.closed)} closed, ${formatNumber(done.reopened)} reopened.`,
    );
  } catch (error) {
    if (!(error instanceof WrongFile)) throw error;
    const names = Object.fromEntries(authorities.map((each) => [each.code, each.name]));
    throw new Refused(`${describeProblem(error, names)} Nothing was written.`);
  }
}

type Previewed = Awaited<ReturnType<ReturnType<typeof previewRegister>["run"]>>["value"];

async function report(viewer: Viewer, borough: string, previewed: Previewed, dropped: string[]) {
  const { counts, importId, register } = previewed;
  console.log(`${borough}, register ${register}: ${plural(counts.read, "row", "rows")} read`);
  console.log(
    `  new        ${formatNumber(counts.new)}, of which not trading ${formatNumber(counts.notTrading)}`,
  );
  for (const key of ["changed", "unchanged", "refused", "gone"] as const) {
    console.log(`  ${key.padEnd(10)} ${formatNumber(counts[key])}`);
  }
  if (dropped.length > 0) console.log(`Dropped unread: ${dropped.join(", ")}`);
  let after = -1;
  while (counts.refused > 0) {
    const page = await asViewer(viewer, (ctx) =>
      listStagedRows(ctx, importId, "refused", { after }, 500),
    );
    for (const row of page.rows) console.log(`  line ${row.line}: ${row.reason}`);
    if (page.nextAfter === null) break;
    after = page.nextAfter;
  }
}

try {
  await run();
} catch (error) {
  if (!(error instanceof Refused || error instanceof Conflict || error instanceof WrongFile))
    throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
