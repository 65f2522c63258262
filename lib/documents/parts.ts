import "server-only";
import { encode } from "uqr";
import { COLOURS } from "./colours";
import { moveTo, type Sheet, type Style, tagged, write } from "./sheet";

/** A list with a square before each item. */
export function list(sheet: Sheet, items: readonly string[], style: Style): void {
  const { pdf, x, width } = sheet;
  const indent = style.size * 1.15;
  const whole = pdf.struct("L");
  sheet.root.add(whole);
  for (const item of items) {
    const li = pdf.struct("LI");
    whole.add(li);
    const side = style.size * 0.36;
    const label = pdf.struct("Lbl", { actual: "•" }, () => {
      pdf.rect(x, pdf.y + style.size * 0.42, side, side).fill(COLOURS.ink);
    });
    li.add(label);
    label.end();
    moveTo(sheet, { x: x + indent, width: width - indent });
    tagged(sheet, "LBody", item, style, li);
    moveTo(sheet, { x, width });
    li.end();
  }
  whole.end();
}

/** Labels and what they say, one below another: "Counts until: 30 November 2027". */
export function facts(
  sheet: Sheet,
  rows: readonly { label: string; value: string }[],
  style: Style & { labelWidth: number },
): void {
  const { pdf, x, width } = sheet;
  const whole = pdf.struct("L");
  sheet.root.add(whole);
  for (const { label, value } of rows) {
    const li = pdf.struct("LI");
    whole.add(li);
    const top = pdf.y;
    moveTo(sheet, { width: style.labelWidth - 10 });
    tagged(sheet, "Lbl", label, { ...style, colour: "ink-2" }, li);
    const under = pdf.y;
    moveTo(sheet, { x: x + style.labelWidth, width: width - style.labelWidth, y: top });
    tagged(sheet, "LBody", value, { ...style, bold: true }, li);
    moveTo(sheet, { x, width, y: Math.max(under, pdf.y) });
    li.end();
  }
  whole.end();
}

/** Words that open an address when they are clicked on. */
export function link(sheet: Sheet, text: string, href: string, style: Style): void {
  const { pdf, x, width } = sheet;
  const p = pdf.struct("P");
  sheet.root.add(p);
  const part = pdf.struct("Link", {}, () => {
    const top = pdf.y;
    write(sheet, text, { ...style, colour: "link" });
    const contents = new String(`Opens ${href}`) as string;
    pdf.link(x, top, width, pdf.y - (style.after ?? 0) - top, href, {
      structParent: part,
      Contents: contents,
    });
  });
  p.add(part);
  p.end();
}

/** A QR code as one vector path, of `side` points with its quiet zone, at the sheet's place. */
export function qr(sheet: Sheet, address: string, alt: string, side: number): void {
  const { pdf, x } = sheet;
  const top = pdf.y;
  const code = encode(address, { ecc: "M", border: 4 });
  const square = side / code.size;
  const figure = pdf.struct("Figure", { alt, bbox: [x, top, x + side, top + side] }, () => {
    pdf.rect(x, top, side, side).fill(COLOURS.paper);
    for (const [row, squares] of code.data.entries()) {
      for (const [from, length] of darkRuns(squares)) {
        pdf.rect(x + from * square, top + row * square, length * square, square);
      }
    }
    pdf.fill(COLOURS.navy);
  });
  sheet.root.add(figure);
  figure.end();
  pdf.y = top + side;
}

/** Where the dark squares of a row begin and how many follow one another. */
function darkRuns(squares: readonly boolean[]): [from: number, length: number][] {
  const runs: [number, number][] = [];
  squares.forEach((dark, at) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === at) last[1] += 1;
    else runs.push([at, 1]);
  });
  return runs;
}
