import { pdfFile } from "@/app/_files/pdf-file";
import { certificatePdf } from "@/lib/documents/certificate";
import { certificateProof } from "@/lib/documents/proof";
import { loadCertificate } from "../load";

/** The certificate as a tagged PDF, for its holder alone. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ business: string; certificate: string }> },
): Promise<Response> {
  const { business, certificate: id } = await params;
  const { viewer, view } = await loadCertificate(business, id);
  const { certificate, state } = view;
  const file = await certificatePdf({
    ...certificate,
    holder: viewer.name,
    state,
    proof: certificateProof(viewer.boroughCode, certificate.id),
  });
  return pdfFile(file, `certificate-${certificate.courseSlug}-${certificate.issuedOn}`);
}
