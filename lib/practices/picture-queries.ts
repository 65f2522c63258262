import "server-only";
import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { posterPictures } from "@/lib/db/schema/practices";
import { NotFound } from "@/lib/errors";

export interface PictureRow {
  id: string;
  boroughCode: string;
  fileKey: string;
  width: number;
  height: number;
  addedOn: string;
  keepUntil: string;
}

const columns = {
  id: posterPictures.id,
  boroughCode: posterPictures.boroughCode,
  fileKey: posterPictures.fileKey,
  width: posterPictures.width,
  height: posterPictures.height,
  addedOn: posterPictures.addedOn,
  keepUntil: posterPictures.keepUntil,
};

const kept = (ctx: ReadContext) =>
  and(
    ctx.inBorough(posterPictures),
    isNull(posterPictures.removedOn),
    gt(posterPictures.keepUntil, ctx.today),
  );

/** The pictures of a business's posters that are kept today, the newest first. */
export function listPictures(ctx: ReadContext, businessId: string): Promise<PictureRow[]> {
  return ctx.tx
    .select(columns)
    .from(posterPictures)
    .where(and(kept(ctx), eq(posterPictures.businessId, businessId)))
    .orderBy(desc(posterPictures.addedOn), desc(posterPictures.id));
}

/** One picture that is kept today. Throws NotFound. */
export async function getPicture(ctx: ReadContext, id: string): Promise<PictureRow> {
  const [row] = await ctx.tx
    .select(columns)
    .from(posterPictures)
    .where(and(kept(ctx), eq(posterPictures.id, id)));
  if (!row) throw new NotFound("No such picture.");
  return row;
}
