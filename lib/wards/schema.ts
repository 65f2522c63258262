import * as z from "zod/mini";

export const uploadWardsInput = z.object({
  fileName: z.string().check(
    z.trim(),
    z.overwrite((name) => name.replace(/[\p{Cc}\p{Cs}]/gu, "").slice(-120) || "wards.csv"),
  ),
});

const uploadId = z.uuid("Choose an upload");

export const confirmWardsInput = z.object({ uploadId });
export const discardWardsInput = z.object({ uploadId });
