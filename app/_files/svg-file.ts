/** An answer that is a picture to keep; where there was nothing to draw, that it is not there. */
export function svgFile(file: string | null, name: string): Response {
  if (file === null) return new Response("There are no months to show yet.\n", { status: 404 });
  return new Response(file, {
    headers: {
      "content-type": "image/svg+xml; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.svg"`,
      "cache-control": "private, no-store",
    },
  });
}
