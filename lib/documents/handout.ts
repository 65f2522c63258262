import "server-only";
import type { IsoDate } from "@/lib/dates";
import { formatDate, lowerFirst } from "@/lib/format";
import { type CallLine, callLines } from "@/lib/training/support";
import type { Leaflet } from "./leaflets";
import { link, list, qr } from "./parts";
import { heading, moveTo, paragraph, type Sheet, type Style } from "./sheet";

/** Children's services of a borough, as an aide-memoire and a poster name them. */
export interface FrontDoor {
  teamName: string;
  email: string | null;
  phone: string | null;
  outOfHoursPhone: string | null;
  confirmedOn: string | null;
}

/** Where the people of a business join; the code in groups of five. */
export interface JoinCode {
  href: string;
  typedAt: string;
  code: string;
}

/** What an aide-memoire and a poster are made from. */
export interface Handout {
  leaflet: Leaflet;
  business: string;
  borough: string;
  door: FrontDoor | null;
  /** Null while the business has no code for its staff. */
  join: JoinCode | null;
  on: IsoDate;
}

/** Ways in for deaf and hard-of-hearing people, each as one line. */
export function accessLines(): string[] {
  return callLines()
    .filter((line) => line.kind === "access")
    .map((line) => `${nameOf(line)}: ${lowerFirst(line.for)}`);
}

const nameOf = ({ name, phone }: CallLine) =>
  phone && !name.includes(phone) ? `${name} (${phone})` : name;

/** The borough's children's services under their heading. */
export function frontDoor(sheet: Sheet, handout: Handout, style: Style, title: Style): void {
  const { door, borough } = handout;
  heading(sheet, "H2", `Children's services, ${borough}`, title);
  if (!door) {
    paragraph(sheet, "Not confirmed by the borough yet: call 101 at any time.", style);
    return;
  }
  paragraph(sheet, door.teamName, { ...style, bold: true });
  list(
    sheet,
    [
      ...(door.phone ? [`Phone ${door.phone}`] : []),
      ...(door.outOfHoursPhone ? [`At night and at weekends ${door.outOfHoursPhone}`] : []),
      ...(door.email ? [`E-mail ${door.email}`] : []),
    ],
    style,
  );
  const confirmed = door.confirmedOn
    ? `Confirmed by the borough on ${formatDate(door.confirmedOn)}.`
    : "Not confirmed by the borough yet.";
  paragraph(sheet, confirmed, { ...style, colour: "ink-2" });
}

/** The business's own code for its staff, as a QR with the same address to type beside it. */
export function joinCode(sheet: Sheet, join: JoinCode, words: JoinWords): void {
  const { x, width } = sheet;
  const top = sheet.pdf.y;
  qr(
    sheet,
    join.href,
    `QR code that opens the course for people who work here: ${join.href}`,
    words.side,
  );
  const under = sheet.pdf.y;
  moveTo(sheet, { x: x + words.side + 12, width: width - words.side - 12, y: top + 4 });
  heading(sheet, "H2", words.title, words.heading);
  paragraph(sheet, words.text, words.style);
  paragraph(sheet, `Scan the code, or type ${join.typedAt}/`, words.style);
  link(sheet, join.code, join.href, { ...words.style, bold: true });
  moveTo(sheet, { x, width, y: Math.max(under, sheet.pdf.y) });
}

interface JoinWords {
  title: string;
  text: string;
  side: number;
  heading: Style;
  style: Style;
}
