import "server-only";
import { open } from "node:fs/promises";
import { LARGEST_SIDE } from "./model";
import { pictureKind, WrongPicture } from "./picture-model";

/** More than any telephone's camera takes; a small file that unfolds to more is refused. */
const MOST_PIXELS = 64_000_000;

export interface Redrawn {
  /** A JPEG without any metadata. */
  data: Buffer;
  width: number;
  height: number;
}

/** The library is loaded with the first picture, and reads nothing but the three kinds we take. */
const loadSharp = async () => {
  const { default: sharp } = await import("sharp");
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({
    operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"],
  });
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
};

async function readHead(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const head = Buffer.alloc(12);
    await handle.read(head, 0, 12, 0);
    return head;
  } finally {
    await handle.close();
  }
}

/**
 * Draws a picture anew from its pixels, turned upright and at most 1600 px a side: where it was taken,
 * with what, and all else that a camera writes beside the pixels is gone. Throws WrongPicture.
 */
export async function redrawPicture(file: string): Promise<Redrawn> {
  const kind = pictureKind(await readHead(file));
  if (!kind) throw new WrongPicture("not_a_picture");
  const sharp = await loadSharp();
  try {
    const { data, info } = await sharp(file, { failOn: "error", limitInputPixels: MOST_PIXELS })
      .autoOrient()
      .resize({
        width: LARGEST_SIDE,
        height: LARGEST_SIDE,
        fit: "inside",
        withoutEnlargement: true,
      })
      .flatten({ background: "white" })
      .jpeg({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height };
  } catch {
    throw new WrongPicture("unreadable");
  }
}
