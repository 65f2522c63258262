/** Bytes a picture may have when it arrives. */
export const LARGEST_PICTURE = 8 * 1024 * 1024;

/** Pictures of one business kept at a time. */
export const MOST_PICTURES = 12;

/** Days a picture is kept. */
export const PICTURE_DAYS = 365;

export type PictureKind = "jpeg" | "png" | "webp";

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What a file is by its first 12 bytes, whatever it is called; null when it is no picture we take. */
export function pictureKind(head: Uint8Array): PictureKind | null {
  const begins = (bytes: readonly number[], at = 0) =>
    bytes.every((byte, i) => head[at + i] === byte);
  const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
  if (begins([0xff, 0xd8, 0xff])) return "jpeg";
  if (begins(PNG)) return "png";
  if (begins(letters("RIFF")) && begins(letters("WEBP"), 8)) return "webp";
  return null;
}

/** Why a picture cannot be taken: a short code for the address, and its words. */
export const PICTURE_PROBLEMS = {
  no_file: "Choose a picture of the poster.",
  too_large: "The picture is larger than 8 MB. Take it again with a smaller size.",
  not_sent: "The picture did not arrive whole. Check your connection and send it again.",
  not_a_picture:
    "This is not a JPEG, PNG or WebP picture. Take a photo of the poster and send that.",
  unreadable: "The picture cannot be opened. Take it again.",
  too_many: `${MOST_PICTURES} pictures are kept already. Remove one first.`,
  busy: "We could not save the picture just now. Try again in a minute.",
} as const;
export type PictureProblem = keyof typeof PICTURE_PROBLEMS;

export function isPictureProblem(code: string): code is PictureProblem {
  return Object.hasOwn(PICTURE_PROBLEMS, code);
}

/** A picture that cannot be taken; nothing of it is kept. */
export class WrongPicture extends Error {
  override name = "WrongPicture";
  readonly code: PictureProblem;
  constructor(code: PictureProblem) {
    super(PICTURE_PROBLEMS[code]);
    this.code = code;
  }
}
