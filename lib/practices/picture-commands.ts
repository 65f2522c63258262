import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { holdBusiness } from "@/lib/businesses/stages";
import { defineCommand } from "@/lib/command";
import { addDays } from "@/lib/dates";
import { posterPictures } from "@/lib/db/schema/practices";
import { NotFound, RuleBroken } from "@/lib/errors";
import { MOST_PICTURES, PICTURE_DAYS, PICTURE_PROBLEMS } from "./picture-model";
import { listPictures } from "./picture-queries";
import { addPictureInput, removePictureInput } from "./schema";

/** Keeps a redrawn picture of a poster. It changes no figure: an officer sees posters on a visit. */
export const addPicture = defineCommand({
  name: "practice.add_picture",
  input: addPictureInput,
  async run(ctx, { businessId, ...picture }) {
    await holdBusiness(ctx, businessId);
    const kept = await listPictures(ctx, businessId);
    if (kept.length >= MOST_PICTURES) throw new RuleBroken("too_many", PICTURE_PROBLEMS.too_many);
    const id = randomUUID();
    await ctx.tx.insert(posterPictures).values({
      ...picture,
      boroughCode: ctx.boroughCode,
      businessId,
      id,
      addedOn: ctx.today,
      keepUntil: addDays(ctx.today, PICTURE_DAYS),
    });
    return {
      value: { pictureId: id },
      touched: [],
      audit: { subject: ["poster_picture", id], businessId, fields: ["added_on"] },
    };
  },
});

/** Takes a picture away before its time; the caller removes the file. Throws NotFound. */
export const removePicture = defineCommand({
  name: "practice.remove_picture",
  input: removePictureInput,
  async run(ctx, { businessId, pictureId }) {
    const [row] = await ctx.tx
      .update(posterPictures)
      .set({ removedOn: ctx.today })
      .where(
        and(
          ctx.own(posterPictures, pictureId),
          eq(posterPictures.businessId, businessId),
          isNull(posterPictures.removedOn),
        ),
      )
      .returning({ fileKey: posterPictures.fileKey });
    if (!row) throw new NotFound("No such picture.");
    return {
      value: { fileKey: row.fileKey },
      touched: [],
      audit: { subject: ["poster_picture", pictureId], businessId, fields: ["removed_on"] },
    };
  },
});
