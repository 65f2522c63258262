import { type Format, mimeOf } from "@/lib/exports/format";

/** A file that is made while it is sent; the browser keeps it instead of showing it. */
export function sendFile(
  bytes: AsyncGenerator<Uint8Array>,
  format: Format,
  name: string,
): Response {
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await bytes.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await bytes.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": mimeOf(format),
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}
