/** An answer that is a PDF to keep, named `name`.pdf; the name says nothing about a person. */
export function pdfFile(file: Buffer<ArrayBuffer>, name: string): Response {
  return new Response(file, {
    headers: {
      "content-type": "application/pdf",
      "content-length": String(file.length),
      "content-disposition": `attachment; filename="${name}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
}
