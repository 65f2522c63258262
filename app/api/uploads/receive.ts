import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";
import { WrongFile } from "@/lib/register/wrong-file";

export interface Upload {
  fields: Record<string, string>;
  /** Where the file's bytes lie, until `remove`; null when none was chosen. */
  file: { path: string; name: string } | null;
  remove(): Promise<void>;
}

/** Streams a form's one file to a private folder and reads its few fields. Throws WrongFile. */
export async function receiveUpload(request: Request, largest: number): Promise<Upload> {
  const folder = await mkdtemp(path.join(tmpdir(), "portal-upload-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    return {
      ...(await receive(request, path.join(folder, "upload"), largest)),
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function receive(
  request: Request,
  target: string,
  largest: number,
): Promise<Omit<Upload, "remove">> {
  const form = openForm(request, largest);
  const fields: Record<string, string> = {};
  const found: { name?: string; tooLarge?: boolean; written?: Promise<void> } = {};
  form.on("field", (name, value) => {
    fields[name] = value;
  });
  form.on("file", (_name, stream, { filename }) => {
    if (!filename) {
      stream.resume();
      return;
    }
    found.name = filename;
    stream.on("limit", () => {
      found.tooLarge = true;
    });
    found.written = pipeline(stream, createWriteStream(target, { mode: 0o600 }));
    found.written.catch((error: Error) => form.destroy(error));
  });
  const body = request.body ?? new Blob([]).stream();
  try {
    await pipeline(Readable.fromWeb(body as ReadableStream), form);
    await found.written;
  } catch {
    throw new WrongFile("not_sent");
  }
  if (found.tooLarge) throw new WrongFile("too_large");
  return {
    fields,
    file: found.name ? { path: target, name: found.name } : null,
  };
}

function openForm(request: Request, largest: number): busboy.Busboy {
  try {
    return busboy({
      headers: Object.fromEntries(request.headers),
      defParamCharset: "utf8",
      limits: {
        files: 1,
        fileSize: largest,
        fields: 10,
        fieldSize: 1_000,
        parts: 20,
      },
    });
  } catch {
    throw new WrongFile("no_file");
  }
}
