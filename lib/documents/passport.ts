import "server-only";
import type { IsoDate } from "@/lib/dates";
import { formatDate } from "@/lib/format";
import type { CertificateState } from "@/lib/training/model";
import { callFoot, openWithBand } from "./frame";
import { PASSPORT_STEPS } from "./model";
import { facts, link, list, qr } from "./parts";
import type { Proof } from "./proof";
import { closeSheet, heading, moveTo, openSheet, PAGE, paragraph, type Sheet } from "./sheet";

export interface PassportEntry {
  course: string;
  issuedOn: IsoDate;
  expiresOn: IsoDate;
  state: CertificateState;
  proof: Proof;
}

const STATES: Record<CertificateState, string> = {
  valid: "Current",
  lapsed: "Lapsed",
  revoked: "Withdrawn",
  superseded: "Replaced by a newer one",
};

const QR = 118;
const ENTRY = 168;
const WHOLE = { x: PAGE.margin, width: PAGE.width - 2 * PAGE.margin };

/** All certificates of a person, each with its code, to keep and to show: as the bytes of a tagged PDF. */
export function passportPdf(passport: {
  holder: string;
  entries: readonly PassportEntry[];
  on: IsoDate;
}): Promise<Buffer<ArrayBuffer>> {
  const { holder, entries, on } = passport;
  const sheet = openSheet({
    title: "Training passport",
    subject: `Operation Make Safe certificates of ${holder}`,
    on,
  });
  openWithBand(sheet, { above: "Operation Make Safe", title: "Training passport", size: 30 });
  moveTo(sheet, { y: sheet.pdf.y + 22 });
  paragraph(sheet, holder, { size: holder.length > 40 ? 18 : 24, bold: true, after: 8 });
  list(sheet, PASSPORT_STEPS, { size: 11.5, after: 3 });
  paragraph(sheet, `As it was on ${formatDate(on)}.`, { size: 11.5, colour: "ink-2", after: 14 });
  for (const entry of entries) {
    if (sheet.pdf.y + ENTRY > PAGE.height - 70) nextPage(sheet);
    certificate(sheet, entry);
  }
  callFoot(sheet);
  return closeSheet(sheet);
}

function nextPage(sheet: Sheet): void {
  sheet.pdf.addPage();
  moveTo(sheet, { ...WHOLE, y: PAGE.margin });
}

function certificate(sheet: Sheet, entry: PassportEntry): void {
  const top = sheet.pdf.y;
  const right = { x: WHOLE.x + QR + 18, width: WHOLE.width - QR - 18 };
  moveTo(sheet, right);
  heading(sheet, "H2", entry.course, { size: 15, bold: true, after: 5 });
  facts(
    sheet,
    [
      { label: "Passed on", value: formatDate(entry.issuedOn) },
      { label: "Counts until", value: formatDate(entry.expiresOn) },
      { label: "State", value: STATES[entry.state] },
    ],
    { size: 11.5, labelWidth: 92, after: 2 },
  );
  const under = sheet.pdf.y;
  moveTo(sheet, { ...WHOLE, y: top });
  const { href, typedAt, code } = entry.proof;
  qr(sheet, href, `QR code that opens the public page of this certificate: ${href}`, QR);
  const bottom = sheet.pdf.y;
  moveTo(sheet, { ...right, y: under });
  paragraph(sheet, `Scan the code, or type this at ${typedAt}:`, { size: 11, after: 1 });
  link(sheet, code, href, { size: 11, bold: true });
  moveTo(sheet, { ...WHOLE, y: Math.max(bottom, sheet.pdf.y) + 20 });
}
