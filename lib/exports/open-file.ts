import "server-only";
import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/env";
import type { Format } from "./format";

export interface Kept {
  boroughCode: string;
  id: string;
  format: Format;
}

// The build must not look for what lies there: it would carry the whole folder of the clone along.
export const pathOf = ({ boroughCode, id, format }: Kept): string =>
  path.join(/* turbopackIgnore: true */ env().EXPORTS_DIR, boroughCode, `${id}.${format}`);

/** The bytes of a kept file; null when it is not, or no longer, there. */
export async function openFile(kept: Kept): Promise<AsyncGenerator<Uint8Array> | null> {
  const file = pathOf(kept);
  try {
    await access(/* turbopackIgnore: true */ file);
  } catch {
    return null;
  }
  return piecesOf(file);
}

async function* piecesOf(file: string): AsyncGenerator<Uint8Array> {
  for await (const piece of createReadStream(/* turbopackIgnore: true */ file)) {
    yield piece as Uint8Array;
  }
}
