import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import iconv from "iconv-lite";
import type { Encoding } from "./encoding-labels";
import { WrongFile } from "./wrong-file";

export interface FileText {
  encoding: Encoding;
  /** Bytes of the byte order mark, skipped when reading. */
  skip: number;
  /** SHA-256 of the whole file, in hex. */
  hash: string;
}

const MARKS: readonly { encoding: Encoding; bytes: readonly number[] }[] = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
];

/** How files that are often renamed to .csv begin. */
const OTHER_KINDS = [
  { code: "pdf", bytes: [0x25, 0x50, 0x44, 0x46] },
  { code: "spreadsheet", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { code: "spreadsheet", bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { code: "binary", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { code: "binary", bytes: [0xff, 0xd8, 0xff] },
  { code: "binary", bytes: [0x1f, 0x8b] },
] as const;

/** Bytes without a letter in Windows-1252: the file is in some other encoding. */
const NOT_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

const beginsWith = (head: Buffer, bytes: readonly number[]) =>
  head.length >= bytes.length && bytes.every((byte, i) => head[i] === byte);

/** Works out how a file is written. Throws WrongFile when it is empty or not text. */
export async function readEncoding(path: string): Promise<FileText> {
  const { head, size } = await readHead(path);
  if (size === 0) throw new WrongFile("empty");
  const other = OTHER_KINDS.find((kind) => beginsWith(head, kind.bytes));
  if (other) throw new WrongFile(other.code);
  const mark = MARKS.find(({ bytes }) => beginsWith(head, bytes));
  const scan = await scanBytes(path);
  const skip = mark?.bytes.length ?? 0;
  if (mark?.encoding.startsWith("utf-16")) {
    if (size % 2 === 1) throw new WrongFile("encoding");
    return { encoding: mark.encoding, skip, hash: scan.hash };
  }
  if (scan.hasNul) throw new WrongFile("binary");
  if (scan.isUtf8) return { encoding: "utf-8", skip, hash: scan.hash };
  if (mark) throw new WrongFile("encoding");
  if (scan.unknownLine) throw new WrongFile("encoding", { line: scan.unknownLine });
  return { encoding: "windows-1252", skip: 0, hash: scan.hash };
}

/** The text of a small file that is in memory. Throws WrongFile when it is not text. */
export function textOf(bytes: Buffer): string {
  const other = OTHER_KINDS.find((kind) => beginsWith(bytes, kind.bytes));
  if (other) throw new WrongFile(other.code);
  const mark = MARKS.find((each) => beginsWith(bytes, each.bytes));
  const encoding = mark?.encoding ?? (isUtf8(bytes) ? "utf-8" : "windows-1252");
  if (encoding === "windows-1252" && bytes.some((byte) => NOT_IN_1252.has(byte))) {
    throw new WrongFile("encoding");
  }
  const text = iconv.decode(bytes.subarray(mark?.bytes.length ?? 0), ICONV_NAMES[encoding]);
  if (text.includes("\0")) throw new WrongFile("binary");
  return text;
}

async function readHead(path: string): Promise<{ head: Buffer; size: number }> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return { head: buffer.subarray(0, bytesRead), size };
  } finally {
    await file.close();
  }
}

async function scanBytes(path: string) {
  const hash = createHash("sha256");
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  const found = { hasNul: false, isUtf8: true, unknownLine: 0 };
  let line = 1;
  const tryUtf8 = (chunk?: Buffer) => {
    if (!found.isUtf8) return;
    try {
      utf8.decode(chunk, { stream: chunk !== undefined });
    } catch {
      found.isUtf8 = false;
    }
  };
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    tryUtf8(chunk);
    found.hasNul ||= chunk.includes(0);
    for (const byte of found.unknownLine ? [] : chunk) {
      if (byte === 0x0a) line += 1;
      else if (NOT_IN_1252.has(byte)) {
        found.unknownLine = line;
        break;
      }
    }
  }
  tryUtf8();
  return { ...found, hash: hash.digest("hex") };
}

const ICONV_NAMES: Record<Encoding, string> = {
  "utf-8": "utf8",
  "utf-16le": "utf16le",
  "utf-16be": "utf16be",
  "windows-1252": "win1252",
};

/** The file's text, piece by piece. Node's own decoder reads Windows-1252 as Latin-1 in some releases. */
export async function* readText(
  path: string,
  { encoding, skip }: FileText,
): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(ICONV_NAMES[encoding], { stripBOM: false });
  for await (const chunk of createReadStream(path, {
    start: skip,
  }) as AsyncIterable<Buffer>) {
    const text = decoder.write(chunk);
    if (text.includes("\0")) throw new WrongFile("binary");
    if (text) yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}
