import "server-only";
import { COLOURS } from "./colours";
import { openWithBand } from "./frame";
import { accessLines, frontDoor, type Handout, joinCode } from "./handout";
import { list } from "./parts";
import {
  closeSheet,
  decorate,
  heading,
  moveTo,
  openSheet,
  PAGE,
  paragraph,
  type Sheet,
} from "./sheet";

const SMALL = { size: 10.5, after: 2.5 } as const;
const H2 = { size: 13, bold: true, after: 4 } as const;
const GAP = 26;
const WHOLE = { x: PAGE.margin, width: PAGE.width - 2 * PAGE.margin };
const HALF = (WHOLE.width - GAP) / 2;

/** A poster on one sheet of A4, read across a room: as the bytes of a tagged PDF. */
export function posterPdf(handout: Handout): Promise<Buffer<ArrayBuffer>> {
  const { poster } = handout.leaflet;
  const sheet = openSheet({
    title: poster.headline,
    subject: `Poster for ${handout.business}`,
    on: handout.on,
  });
  openWithBand(sheet, {
    above: "Operation Make Safe",
    title: poster.headline,
    size: poster.headline.length > 40 ? 42 : 52,
    leading: -0.04,
    pad: 28,
  });
  moveTo(sheet, { y: sheet.pdf.y + 34 });
  for (const line of poster.lines)
    paragraph(sheet, line, { size: 26, bold: true, after: 15, leading: 0 });
  foot(sheet, handout);
  return closeSheet(sheet);
}

/** The small print of a poster: who cannot phone, children's services, and the staff's own code. */
function foot(sheet: Sheet, handout: Handout): void {
  const top = 508;
  decorate(sheet, (pdf) => {
    pdf
      .moveTo(WHOLE.x, top)
      .lineTo(WHOLE.x + WHOLE.width, top)
      .lineWidth(1)
      .stroke(COLOURS.line);
  });
  moveTo(sheet, { x: WHOLE.x, width: HALF, y: top + 14 });
  heading(sheet, "H2", "If you are deaf or hard of hearing", H2);
  list(sheet, accessLines(), SMALL);
  const under = sheet.pdf.y;
  moveTo(sheet, { x: WHOLE.x + HALF + GAP, y: top + 14 });
  frontDoor(sheet, handout, SMALL, H2);
  if (!handout.join) return;
  moveTo(sheet, { ...WHOLE, y: Math.max(under, sheet.pdf.y, PAGE.height - 150) + 8 });
  joinCode(sheet, handout.join, {
    title: "Work here?",
    text: "Learn to spot the signs, on your phone.",
    side: 116,
    heading: H2,
    style: SMALL,
  });
}
