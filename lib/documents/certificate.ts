import "server-only";
import type { IsoDate } from "@/lib/dates";
import { formatDate } from "@/lib/format";
import type { CertificateState } from "@/lib/training/model";
import { callFoot, openWithBand, panel } from "./frame";
import { facts, link, qr } from "./parts";
import type { Proof } from "./proof";
import { closeSheet, heading, moveTo, openSheet, PAGE, paragraph, type Sheet } from "./sheet";

export interface CertificateFacts {
  holder: string;
  course: string;
  version: number;
  business: string;
  /** Earned elsewhere, and shown to this business. */
  copied: boolean;
  borough: string;
  issuedOn: IsoDate;
  expiresOn: IsoDate;
  revokedOn: IsoDate | null;
  state: CertificateState;
  proof: Proof;
}

/** A person's certificate of a course on one sheet of A4, as the bytes of a tagged PDF. */
export function certificatePdf(certificate: CertificateFacts): Promise<Buffer<ArrayBuffer>> {
  const { holder, course, state } = certificate;
  const sheet = openSheet({
    title: `Certificate of training: ${course}`,
    subject: `${holder} has completed ${course}`,
    on: certificate.issuedOn,
  });
  openWithBand(sheet, {
    above: "Operation Make Safe",
    title: "Certificate of training",
    size: 34,
  });
  moveTo(sheet, { y: sheet.pdf.y + 44 });
  paragraph(sheet, holder, { size: holder.length > 40 ? 22 : 32, bold: true, after: 6 });
  paragraph(sheet, "has completed the course", { size: 15, colour: "ink-2", after: 4 });
  paragraph(sheet, course, { size: 22, bold: true, after: 22 });
  const note = stateNote(state, certificate);
  if (note) paragraph(sheet, note, { size: 14, bold: true, after: 18 });
  facts(
    sheet,
    [
      {
        label: certificate.copied ? "Shown to" : "Where",
        value: `${certificate.business}, ${certificate.borough}`,
      },
      { label: "Passed on", value: formatDate(certificate.issuedOn) },
      { label: "Counts until", value: formatDate(certificate.expiresOn) },
      { label: "Course version", value: String(certificate.version) },
    ],
    { size: 14, labelWidth: 130, after: 9 },
  );
  moveTo(sheet, { y: sheet.pdf.y + 22 });
  proofPanel(sheet, certificate.proof, {
    title: "Check that it is real",
    text: "Scan the code: the page says whether the certificate counts today, has lapsed, was withdrawn or was replaced by a newer one. The business is not named there.",
    alt: "QR code that opens the public page of this certificate",
  });
  callFoot(sheet);
  return closeSheet(sheet);
}

/** The QR code with its address and the code to type, on a pale panel. */
export function proofPanel(
  sheet: Sheet,
  proof: Proof,
  words: { title: string; text: string; alt: string },
): void {
  const side = 168;
  const height = side + 34;
  const { margin } = PAGE;
  const whole = { x: margin, width: PAGE.width - 2 * margin };
  const top = sheet.pdf.y;
  panel(sheet, height);
  moveTo(sheet, { x: margin + side + 24, width: whole.width - side - 24, y: top + 16 });
  heading(sheet, "H2", words.title, { size: 17, bold: true, after: 6 });
  paragraph(sheet, words.text, { size: 12, after: 8 });
  const under = sheet.pdf.y;
  moveTo(sheet, { x: margin + 4, y: top + 17 });
  qr(sheet, proof.href, `${words.alt}: ${proof.href}`, side);
  moveTo(sheet, { x: margin + side + 24, y: under });
  paragraph(sheet, `Or go to ${proof.typedAt} and type this code:`, { size: 12, after: 4 });
  link(sheet, proof.code, proof.href, { size: 13, bold: true });
  moveTo(sheet, { ...whole, y: top + height });
}

/** What has become of a certificate that no longer counts; nothing while it does. */
function stateNote(state: CertificateState, facts: CertificateFacts): string | null {
  if (state === "revoked" && facts.revokedOn) {
    return `Withdrawn on ${formatDate(facts.revokedOn)}: it no longer counts.`;
  }
  if (state === "superseded") return "Replaced by a newer certificate of the same course.";
  if (state === "lapsed") return `Lapsed on ${formatDate(facts.expiresOn)}.`;
  return null;
}
