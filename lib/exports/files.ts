import "server-only";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "@/lib/env";
import { KEPT_DAYS } from "./model";
import { type Kept, pathOf } from "./open-file";

/** Writes a file whole or not at all: it has its name only when the last byte is there. */
export async function keepFile(kept: Kept, bytes: AsyncGenerator<Uint8Array>): Promise<void> {
  await mkdir(path.dirname(pathOf(kept)), { recursive: true, mode: 0o700 });
  const unfinished = `${pathOf(kept)}.part`;
  await pipeline(Readable.from(bytes), createWriteStream(unfinished, { mode: 0o600 }));
  await rename(unfinished, pathOf(kept));
}

/** Deletes files that have been kept long enough, half-written ones included; answers how many. */
export async function sweepFiles(now = Date.now()): Promise<number> {
  const root = env().EXPORTS_DIR;
  const names = await readdir(root, { recursive: true }).catch(() => []);
  let gone = 0;
  for (const name of names.filter((each) => /^E\d{8}[/\\][^/\\]+$/.test(each))) {
    const file = path.join(root, name);
    const { mtimeMs } = await stat(file);
    if (now - mtimeMs < KEPT_DAYS * 86_400_000) continue;
    await rm(file, { force: true });
    gone += 1;
  }
  return gone;
}
