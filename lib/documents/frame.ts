import "server-only";
import { COLOURS } from "./colours";
import {
  decorate,
  heightOf,
  moveTo,
  PAGE,
  paragraph,
  type Sheet,
  type Style,
  tagged,
} from "./sheet";

/**
 * The navy band at the top of a document, as high as its words need: whose it is, and its one first
 * heading. Leaves the sheet below it.
 */
export function openWithBand(
  sheet: Sheet,
  words: { above: string; title: string; size: number; leading?: number; pad?: number },
): void {
  const { margin, width } = PAGE;
  const above: Style = { size: 12, bold: true, colour: "on-navy-2", after: 2 };
  const title: Style = {
    size: words.size,
    bold: true,
    colour: "on-navy",
    leading: words.leading ?? 0,
  };
  const pad = words.pad ?? 20;
  moveTo(sheet, { x: margin, width: width - 2 * margin, y: margin * 0.7 });
  const height =
    sheet.pdf.y + heightOf(sheet, words.above, above) + heightOf(sheet, words.title, title) + pad;
  decorate(sheet, (pdf) => {
    pdf.rect(0, 0, width, height).fill(COLOURS.navy);
    pdf.rect(0, height, width, 5).fill(COLOURS.amber);
  });
  paragraph(sheet, words.above, above);
  tagged(sheet, "H1", words.title, title);
  moveTo(sheet, { y: height + 5 });
}

/** A pale panel behind what is written next. */
export function panel(sheet: Sheet, height: number): void {
  const { margin, width } = PAGE;
  const top = sheet.pdf.y;
  decorate(sheet, (pdf) => {
    pdf
      .roundedRect(margin - 12, top, width - 2 * margin + 24, height, 6)
      .fillAndStroke(COLOURS.wash, COLOURS.line);
  });
  sheet.pdf.y = top;
}

/** The two numbers to call, at the foot of a document that is about something else. */
export function callFoot(sheet: Sheet): void {
  const { margin, width, height } = PAGE;
  decorate(sheet, (pdf) => {
    pdf
      .moveTo(margin, height - 62)
      .lineTo(width - margin, height - 62)
      .lineWidth(1)
      .stroke(COLOURS.line);
  });
  moveTo(sheet, { x: margin, width: width - 2 * margin, y: height - 54 });
  paragraph(
    sheet,
    "Worried about a child? Call 101 and quote Operation Make Safe. In an emergency call 999.",
    { size: 10.5, colour: "ink-2" },
  );
}
