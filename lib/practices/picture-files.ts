import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/env";

const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const BOROUGH = /^E\d{8}$/;

/** A file with no row may still be waiting for it: it is left alone this long. */
const PATIENCE_MILLISECONDS = 60 * 60 * 1000;

function folderOf(boroughCode: string): string {
  if (!BOROUGH.test(boroughCode)) throw new Error("Not a borough code.");
  return path.resolve(env().PICTURES_DIR, boroughCode);
}

function fileOf(boroughCode: string, key: string): string {
  if (!KEY.test(key)) throw new Error("Not a picture's key.");
  return path.join(folderOf(boroughCode), `${key}.jpg`);
}

/** Writes a redrawn picture, readable by this account alone; answers its key. */
export async function keepPicture(boroughCode: string, data: Buffer): Promise<string> {
  const key = randomUUID();
  await mkdir(folderOf(boroughCode), { recursive: true, mode: 0o700 });
  await writeFile(fileOf(boroughCode, key), data, { mode: 0o600, flag: "wx" });
  return key;
}

/** The bytes of a picture; null when its file is gone. */
export async function readPicture(boroughCode: string, key: string): Promise<Buffer | null> {
  return readFile(fileOf(boroughCode, key)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}

/** Removes a picture's file; one that is gone already is no fault. */
export async function removePictureFile(boroughCode: string, key: string): Promise<void> {
  await rm(fileOf(boroughCode, key), { force: true });
}

/** Removes every file of a borough that none of these keys names; answers how many went. */
export async function sweepPictureFiles(
  boroughCode: string,
  kept: ReadonlySet<string>,
  now = Date.now(),
): Promise<number> {
  const folder = folderOf(boroughCode);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  let gone = 0;
  for (const name of names) {
    if (kept.has(name.replace(/\.jpg$/, ""))) continue;
    const file = path.join(folder, name);
    if (now - (await stat(file)).mtimeMs < PATIENCE_MILLISECONDS) continue;
    await rm(file, { force: true });
    gone += 1;
  }
  return gone;
}
