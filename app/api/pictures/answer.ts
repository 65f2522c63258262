import "server-only";
import { notFound } from "next/navigation";
import { isUuid } from "@/lib/auth/ids";
import type { Viewer } from "@/lib/auth/viewer";
import { asViewer } from "@/lib/command";
import { NotFound } from "@/lib/errors";
import { readPicture } from "@/lib/practices/picture-files";
import { getPicture } from "@/lib/practices/picture-queries";

/** A picture its reader may see, as a file to keep: never as a page of this site. */
export async function answerPicture(viewer: Viewer, id: string): Promise<Response> {
  if (!isUuid(id)) notFound();
  const picture = await asViewer(viewer, (ctx) => getPicture(ctx, id)).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const data = await readPicture(picture.boroughCode, picture.fileKey);
  if (!data) notFound();
  return new Response(new Uint8Array(data), {
    headers: {
      "Content-Type": "image/jpeg",
      "Content-Length": String(data.length),
      "Content-Disposition": `attachment; filename="poster-${picture.addedOn}.jpg"`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
