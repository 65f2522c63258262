import { notFound } from "next/navigation";
import { pdfFile } from "@/app/_files/pdf-file";
import { asViewer } from "@/lib/command";
import { businessCertificatePdf } from "@/lib/documents/business-certificate";
import { businessCertificateProof } from "@/lib/documents/proof";
import { getPremises } from "@/lib/premises/queries";
import { loadCertificates } from "../load";

/** The newest certificate of the manager's business as a tagged PDF. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ business: string }> },
): Promise<Response> {
  const { viewer, business, certificates } = await loadCertificates(params);
  const [newest] = certificates;
  if (!newest) notFound();
  const { boroughName } = await asViewer(viewer, (ctx) => getPremises(ctx, business.id));
  const file = await businessCertificatePdf({
    ...newest,
    business: business.name,
    borough: boroughName,
    proof: businessCertificateProof(viewer.boroughCode, newest.id),
  });
  return pdfFile(file, `certificate-of-business-${newest.issuedOn}`);
}
