import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { actorId } from "@/lib/auth/viewer";
import { holdWardList } from "@/lib/boroughs/wards";
import { type Command, defineCommand, type WriteContext } from "@/lib/command";
import { wardUploadRows, wardUploads } from "@/lib/db/schema/wards";
import { Conflict, NotFound } from "@/lib/errors";
import { WrongFile } from "@/lib/register/wrong-file";
import { countUnplaced, placeBusinesses, replaceWardList } from "./apply";
import type { WardList } from "./inspect";
import { confirmWardsInput, discardWardsInput, uploadWardsInput } from "./schema";
import { stageWards } from "./stage";

/** Registers a list with its rows staged; not one business is touched. Throws WrongFile. */
export function uploadWards(
  list: WardList,
): Command<typeof uploadWardsInput, { uploadId: string }> {
  return defineCommand({
    name: "wards.upload",
    input: uploadWardsInput,
    async run(ctx, { fileName }) {
      const id = randomUUID();
      const { boroughCode } = ctx;
      const none = { postcodes: 0, wards: 0, rowsRepeated: 0, rowsRefused: 0 };
      await ctx.tx.insert(wardUploads).values({
        boroughCode,
        id,
        fileName,
        encoding: list.encoding,
        fileHash: list.hash,
        state: "previewed",
        rowsRead: list.read,
        rowsElsewhere: list.elsewhere,
        ...none,
        uploadedBy: actorId(ctx.viewer),
      });
      const counts = await stageWards(ctx, id, list.rows());
      if (counts.postcodes === 0) throw new WrongFile("no_postcodes");
      await ctx.tx.update(wardUploads).set(counts).where(ctx.own(wardUploads, id));
      return {
        value: { uploadId: id },
        touched: [],
        audit: {
          subject: ["ward_upload", id],
          fields: ["state"],
          details: { read: list.read, ...counts },
        },
      };
    },
  });
}

/** Makes a previewed list the borough's and moves its businesses, in one transaction. */
export const confirmWards = defineCommand({
  name: "wards.confirm",
  input: confirmWardsInput,
  async run(ctx, { uploadId }) {
    await holdWardList(ctx);
    await holdUpload(ctx, uploadId);
    await replaceWardList(ctx, uploadId);
    const moved = await placeBusinesses(ctx);
    const businessesUnplaced = await countUnplaced(ctx);
    await forgetRows(ctx, uploadId, true);
    await ctx.tx
      .update(wardUploads)
      .set({
        ...settled(ctx),
        state: "confirmed",
        businessesChanged: moved.length,
        businessesUnplaced,
      })
      .where(ctx.own(wardUploads, uploadId));
    return {
      value: { uploadId },
      touched: moved,
      audit: {
        subject: ["ward_upload", uploadId],
        fields: ["state", "ward"],
        details: { changed: moved.length, unplaced: businessesUnplaced },
      },
    };
  },
});

/** Throws a previewed list away with its staged rows. */
export const discardWards = defineCommand({
  name: "wards.discard",
  input: discardWardsInput,
  async run(ctx, { uploadId }) {
    await holdWardList(ctx);
    await holdUpload(ctx, uploadId, false);
    await forgetRows(ctx, uploadId, false);
    await ctx.tx
      .update(wardUploads)
      .set({ ...settled(ctx), state: "discarded" })
      .where(ctx.own(wardUploads, uploadId));
    return {
      value: { uploadId },
      touched: [],
      audit: { subject: ["ward_upload", uploadId], fields: ["state"], details: {} },
    };
  },
});

const settled = (ctx: WriteContext) => ({
  settledAt: sql`clock_timestamp()`,
  settledBy: actorId(ctx.viewer),
});

/** Staged rows are kept no longer than they are needed; refused ones stay to be mended. */
async function forgetRows(ctx: WriteContext, uploadId: string, taken: boolean): Promise<void> {
  await ctx.tx
    .delete(wardUploadRows)
    .where(
      and(
        ctx.inBorough(wardUploadRows),
        eq(wardUploadRows.uploadId, uploadId),
        taken ? isNull(wardUploadRows.reason) : undefined,
      ),
    );
}

/** The upload of an order, still waiting for its answer. Throws NotFound or Conflict. */
async function holdUpload(ctx: WriteContext, uploadId: string, newest = true): Promise<void> {
  const [upload] = await ctx.tx
    .select()
    .from(wardUploads)
    .where(ctx.own(wardUploads, uploadId))
    .for("update");
  if (!upload) throw new NotFound("No such upload.");
  if (upload.state === "confirmed") throw new Conflict("This list was confirmed already.");
  if (upload.state !== "previewed")
    throw new Conflict("This list was discarded. Upload the file again.");
  if (!newest) return;
  const [newer] = await ctx.tx
    .select({ id: wardUploads.id })
    .from(wardUploads)
    .where(
      and(
        ctx.inBorough(wardUploads),
        eq(wardUploads.state, "confirmed"),
        gt(
          wardUploads.settledAt,
          sql`(SELECT p.created_at FROM ward_uploads p
          WHERE p.borough_code = ${ctx.boroughCode} AND p.id = ${uploadId})`,
        ),
      ),
    )
    .limit(1);
  if (newer) {
    throw new Conflict(
      "Another ward list was confirmed after this preview was made. Upload the file again.",
    );
  }
}
