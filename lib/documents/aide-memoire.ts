import "server-only";
import { formatDate, lowerFirst } from "@/lib/format";
import { callLines } from "@/lib/training/support";
import { openWithBand, panel } from "./frame";
import { accessLines, frontDoor, type Handout, joinCode } from "./handout";
import { list } from "./parts";
import { closeSheet, heading, moveTo, openSheet, PAGE, paragraph, type Sheet } from "./sheet";

const H2 = { size: 14, bold: true, after: 4 } as const;
const TEXT = { size: 10.5, after: 3.5 } as const;
const SMALL = { size: 9.5, after: 2 } as const;
const GAP = 26;
const HALF = (PAGE.width - 2 * PAGE.margin - GAP) / 2;
const LEFT = { x: PAGE.margin, width: HALF };
const RIGHT = { x: PAGE.margin + HALF + GAP, width: HALF };

/** One page for the back office: what to notice, what to do, whom to call. As the bytes of a tagged PDF. */
export function aideMemoirePdf(handout: Handout): Promise<Buffer<ArrayBuffer>> {
  const { leaflet, business } = handout;
  const sheet = openSheet({
    title: leaflet.title,
    subject: `Aide-memoire for the people who work at ${business}`,
    on: handout.on,
  });
  openWithBand(sheet, {
    above: ["Operation Make Safe", ...(business.length <= 50 ? [business] : [])].join(" · "),
    title: leaflet.title,
    size: 22,
    pad: 14,
  });
  moveTo(sheet, { y: sheet.pdf.y + 13 });
  paragraph(sheet, leaflet.lead, { size: 12, bold: true, after: 10 });
  const top = sheet.pdf.y;
  moveTo(sheet, LEFT);
  heading(sheet, "H2", "What you may notice", H2);
  list(sheet, leaflet.notice, TEXT);
  paragraph(sheet, "A sign is not proof. Anybody's child can be at risk.", {
    ...TEXT,
    colour: "ink-2",
  });
  const under = sheet.pdf.y;
  moveTo(sheet, { ...RIGHT, y: top });
  heading(sheet, "H2", "What to do", H2);
  list(sheet, leaflet.do, TEXT);
  moveTo(sheet, { y: sheet.pdf.y + 8 });
  heading(sheet, "H2", "Stay clear of", H2);
  list(sheet, leaflet.leave, TEXT);
  moveTo(sheet, { ...LEFT, y: Math.max(under, sheet.pdf.y) + 10 });
  calls(sheet, handout);
  return closeSheet(sheet);
}

function calls(sheet: Sheet, handout: Handout): void {
  const top = sheet.pdf.y;
  panel(sheet, PAGE.height - top - 30);
  moveTo(sheet, { ...LEFT, y: top + 10 });
  heading(sheet, "H2", "Whom to call", H2);
  for (const line of callLines().filter(({ kind }) => kind === "main")) {
    paragraph(sheet, `${line.name}: ${lowerFirst(line.say)}`, {
      size: 13,
      bold: true,
      after: 0,
    });
    paragraph(sheet, line.for, { ...TEXT, colour: "ink-2", after: 5 });
  }
  moveTo(sheet, { y: sheet.pdf.y + 2 });
  frontDoor(sheet, handout, SMALL, { ...H2, size: 12 });
  moveTo(sheet, { ...RIGHT, y: top + 10 });
  heading(sheet, "H2", "If you are deaf or hard of hearing", { ...H2, size: 12 });
  list(sheet, accessLines(), SMALL);
  if (handout.join) {
    moveTo(sheet, { y: sheet.pdf.y + 2 });
    joinCode(sheet, handout.join, {
      title: "Work here?",
      text: "Take the short course on your phone.",
      side: 92,
      heading: { ...H2, size: 12 },
      style: SMALL,
    });
  }
  moveTo(sheet, { x: PAGE.margin, width: PAGE.width - 2 * PAGE.margin, y: PAGE.height - 22 });
  paragraph(
    sheet,
    `Made on ${formatDate(handout.on)}. Its words are reviewed by ${formatDate(handout.leaflet.review_on)}.`,
    { size: 8.5, colour: "ink-2" },
  );
}
