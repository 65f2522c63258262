import "server-only";
import type { BusinessCertificateState } from "@/lib/certificates/model";
import type { IsoDate } from "@/lib/dates";
import { formatDate } from "@/lib/format";
import { proofPanel } from "./certificate";
import { callFoot, openWithBand } from "./frame";
import { facts, list } from "./parts";
import type { Proof } from "./proof";
import { closeSheet, heading, moveTo, openSheet, paragraph } from "./sheet";

export interface BusinessCertificateFacts {
  business: string;
  borough: string;
  issuedOn: IsoDate;
  expiresOn: IsoDate;
  revokedOn: IsoDate | null;
  state: BusinessCertificateState;
  proof: Proof;
}

const MEETS = [
  "Prevent: its managers and staff are trained, at night too, and its posters are on display",
  "Protect: it has a trained safeguarding lead and the working practices of its trade",
  "Pursue: its people know how to report a worry, and its records were seen",
] as const;

/** The certificate of a business on one sheet of A4, as the bytes of a tagged PDF. No person is named. */
export function businessCertificatePdf(
  certificate: BusinessCertificateFacts,
): Promise<Buffer<ArrayBuffer>> {
  const { business, borough } = certificate;
  const sheet = openSheet({
    title: `Operation Make Safe certificate: ${business}`,
    subject: `${business}, ${borough}`,
    on: certificate.issuedOn,
  });
  openWithBand(sheet, {
    above: "Operation Make Safe",
    title: "Certificate of a business",
    size: 34,
  });
  moveTo(sheet, { y: sheet.pdf.y + 36 });
  paragraph(sheet, business, { size: business.length > 40 ? 22 : 30, bold: true, after: 6 });
  paragraph(sheet, `meets what Operation Make Safe asks of a business in ${borough}`, {
    size: 15,
    colour: "ink-2",
    after: 16,
  });
  const note = stateNote(certificate);
  if (note) paragraph(sheet, note, { size: 14, bold: true, after: 14 });
  heading(sheet, "H2", "What was met on the day it was issued", { size: 15, bold: true, after: 6 });
  list(sheet, MEETS, { size: 12.5, after: 5 });
  moveTo(sheet, { y: sheet.pdf.y + 12 });
  facts(
    sheet,
    [
      { label: "Issued on", value: formatDate(certificate.issuedOn) },
      { label: "Counts until", value: formatDate(certificate.expiresOn) },
    ],
    { size: 14, labelWidth: 130, after: 9 },
  );
  moveTo(sheet, { y: sheet.pdf.y + 14 });
  proofPanel(sheet, certificate.proof, {
    title: "Check that it is real",
    text: "Scan the code: the page says whether the certificate counts today. It counts only while the business still meets all of this.",
    alt: "QR code that opens the public page of this certificate",
  });
  callFoot(sheet);
  return closeSheet(sheet);
}

function stateNote({ state, ...facts }: BusinessCertificateFacts): string | null {
  if (state === "revoked" && facts.revokedOn) {
    return `Withdrawn on ${formatDate(facts.revokedOn)}: it no longer counts.`;
  }
  if (state === "superseded") return "Replaced by a newer certificate of this business.";
  if (state === "lapsed") return `Lapsed on ${formatDate(facts.expiresOn)}.`;
  if (state === "not_met") return "The business no longer meets all of this: it does not count.";
  return null;
}
