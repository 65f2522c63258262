import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { runCommand } from "@/lib/command";
import { confirmRegister, type Previewed, previewRegister } from "@/lib/register/commands";
import { inspectRegister, type RegisterFile } from "@/lib/register/inspect";
import type { TestBorough } from "./borough";

/** The authorities a test's file may name; `Testham` is the minted borough itself. */
export function placeOf(code: string, name = "Testham") {
  return {
    code,
    authorities: [
      { code, name },
      { code: "E09000007", name: "Camden" },
    ],
  };
}

/** Writes bytes to a file of its own for as long as `use` runs. */
export async function withFile<T>(
  content: string | Buffer,
  use: (file: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "register-"));
  try {
    const file = path.join(folder, "register.csv");
    await writeFile(file, content);
    return await use(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Previews a file as the borough's officer. */
export async function preview(
  borough: TestBorough,
  file: RegisterFile,
  options: { today?: string; register?: string; sector?: string } = {},
): Promise<Previewed> {
  return runCommand(
    previewRegister(file),
    borough.officer,
    {
      sector: options.sector ?? "licensed_premises",
      register: options.register ?? "",
      fileName: "register.csv",
    },
    {
      boroughCode: borough.code,
      ...(options.today ? { today: options.today } : {}),
    },
  );
}

/** Previews CSV text as the borough's officer. */
export async function previewText(borough: TestBorough, text: string, today?: string) {
  return withFile(text, async (file) =>
    preview(borough, await inspectRegister(file, placeOf(borough.code)), today ? { today } : {}),
  );
}

/** Confirms a preview as the borough's officer. */
export async function confirm(borough: TestBorough, importId: string, today?: string) {
  return runCommand(
    confirmRegister,
    borough.officer,
    { importId },
    { boroughCode: borough.code, ...(today ? { today } : {}) },
  );
}

const HEADING = "id,name,address,postcode,a,b,lat,long,city,notes,website,history";

/** A register in the columns of the real files: id, name and what differs from an open pub. */
export function registerText(
  rows: readonly {
    id: string;
    name: string;
    postcode?: string;
    address?: string;
    history?: string;
  }[],
): string {
  const lines = rows.map(
    ({ id, name, postcode = "W1J 7RW", address = "1 Test Street", history = "" }) =>
      [
        id,
        `"${name}"`,
        `"${address}"`,
        postcode,
        "528658",
        "180215",
        "",
        "",
        "Testham",
        "",
        "",
        history,
      ].join(","),
  );
  return [HEADING, ...lines].join("\r\n");
}
