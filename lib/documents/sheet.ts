import "server-only";
import PDFDocument from "pdfkit";
import type { IsoDate } from "@/lib/dates";
import { COLOURS, type Colour } from "./colours";
import { fonts, runsOf } from "./letters";

/** A4 in points, and the margin around what is written. */
export const PAGE = { width: 595.28, height: 841.89, margin: 48 } as const;

/** Space between lines beyond the font's own, as a share of the size. */
const LEADING = 0.08;

export interface Style {
  size: number;
  bold?: boolean;
  colour?: Colour;
  /** Space left below, in points. */
  after?: number;
  /** Another space between lines than LEADING. */
  leading?: number;
}
export type Heading = "H1" | "H2" | "H3";
export type Part = PDFKit.PDFStructureElement;

export interface Sheet {
  pdf: PDFKit.PDFDocument;
  /** The structure tree's Document: what is added to it is read in that order. */
  root: Part;
  /** Where the next text goes, and how wide it may be. */
  x: number;
  width: number;
}

/**
 * Opens a tagged A4 document in British English (PDF/UA-1): `title` is its title and is shown as such.
 * The same title, day and content give the same bytes.
 */
export function openSheet(facts: { title: string; subject: string; on: IsoDate }): Sheet {
  const moment = new Date(`${facts.on}T00:00:00Z`);
  const pdf = new PDFDocument({
    size: "A4",
    margin: 0,
    lang: "en-GB",
    tagged: true,
    displayTitle: true,
    pdfVersion: "1.7",
    // Its types know the subsets of PDF/A alone.
    subset: "PDF/UA" as "PDF/A-1",
    info: {
      Title: facts.title,
      Subject: facts.subject,
      Author: "Operation Make Safe",
      Creator: "Operation Make Safe portal",
      CreationDate: moment,
      ModDate: moment,
    },
  });
  for (const [name, { file }] of Object.entries(fonts())) pdf.registerFont(name, file);
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const { margin, width } = PAGE;
  pdf.x = margin;
  pdf.y = margin;
  return { pdf, root, x: margin, width: width - 2 * margin };
}

/** Ends the document and gives its bytes. */
export async function closeSheet({ pdf, root }: Sheet): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on("end", resolve).on("error", reject);
  });
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  root.end();
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Moves to a column: what follows is written there, from `y` down. */
export function moveTo(sheet: Sheet, place: { x?: number; width?: number; y?: number }): void {
  sheet.x = place.x ?? sheet.x;
  sheet.width = place.width ?? sheet.width;
  sheet.pdf.y = place.y ?? sheet.pdf.y;
}

/** Draws what carries no meaning, so that it is not read out. */
export function decorate(sheet: Sheet, draw: (pdf: PDFKit.PDFDocument) => void): void {
  const { pdf } = sheet;
  pdf.markContent("Artifact", { type: "Layout" });
  pdf.save();
  draw(pdf);
  pdf.restore();
  pdf.endMarkedContent();
}

/** Letters in the current place of the sheet; the caller has said what they are. */
export function write(sheet: Sheet, text: string, style: Style): void {
  const { pdf, x, width } = sheet;
  const runs = runsOf(text, style.bold ? "bold" : "regular");
  pdf.fillColor(COLOURS[style.colour ?? "ink"]);
  runs.forEach(({ font, text: letters, actual }, i) => {
    const options = {
      width,
      lineGap: style.size * (style.leading ?? LEADING),
      continued: i < runs.length - 1,
    };
    if (actual) pdf.markContent("Span", { actual });
    pdf.font(font).fontSize(style.size);
    if (i === 0) pdf.text(letters, x, pdf.y, options);
    else pdf.text(letters, options);
    if (actual) pdf.endMarkedContent();
  });
  pdf.y += style.after ?? 0;
}

/** How high a text of this style will be, with the space it leaves below. */
export function heightOf(sheet: Sheet, text: string, style: Style): number {
  const { pdf, width } = sheet;
  const options = { width, lineGap: style.size * (style.leading ?? LEADING) };
  pdf.font(style.bold ? "bold" : "regular").fontSize(style.size);
  return pdf.heightOfString(text, options) + (style.after ?? 0);
}

/** Something read as one: its kind of structure, and letters inside. */
export function tagged(sheet: Sheet, kind: string, text: string, style: Style, parent?: Part) {
  const part = sheet.pdf.struct(kind, {}, () => write(sheet, text, style));
  (parent ?? sheet.root).add(part);
  part.end();
}

export const heading = (sheet: Sheet, level: Heading, text: string, style: Style) =>
  tagged(sheet, level, text, style);

export const paragraph = (sheet: Sheet, text: string, style: Style) =>
  tagged(sheet, "P", text, style);
