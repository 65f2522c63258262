export const ENCODING_LABELS = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16 (big-endian)",
  "windows-1252": "Windows-1252",
} as const;
export type Encoding = keyof typeof ENCODING_LABELS;

/** The label of an encoding as it is kept; the text itself when it is none of ours. */
export function encodingLabel(encoding: string): string {
  return Object.hasOwn(ENCODING_LABELS, encoding)
    ? ENCODING_LABELS[encoding as Encoding]
    : encoding;
}
