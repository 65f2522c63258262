import { describe, expect, it } from "vitest";
import { readPdf } from "@/e2e/support/pdf";
import { aideMemoirePdf } from "./aide-memoire";
import type { Handout } from "./handout";
import { leafletOf, readLeaflets } from "./leaflets";
import { posterPdf } from "./poster";

const leaflets = readLeaflets();

const handout = (facts: Partial<Handout> = {}): Handout => ({
  leaflet: leafletOf("hotel"),
  business: "The Tamarisk House Hotel",
  borough: "Westminster",
  door: {
    teamName: "Access to Children's Services",
    email: "access@example.org",
    phone: "020 7946 0100",
    outOfHoursPhone: "020 7946 0101",
    confirmedOn: "2026-10-02",
  },
  join: {
    href: "https://portal.example.org/join/E09000033/abcde12345fghjk67890mnpqrs",
    typedAt: "portal.example.org/join/E09000033",
    code: "abcde-12345-fghjk-67890-mnpqr-s",
  },
  on: "2026-11-27",
  ...facts,
});

/** The longest that a borough and a business can make it. */
const longest = (leaflet: Handout["leaflet"]) =>
  handout({
    leaflet,
    business: "The Grand Tamarisk House and Conservatory Hotel at the Northern Gate of the Park",
    borough: "Kensington and Chelsea",
    door: {
      teamName: `The ${"front door of children's services ".repeat(3)}team`.slice(0, 120),
      email: `${"a.long.name.of.a.mailbox.".repeat(2)}team@children.rather-long-borough.gov.uk`,
      phone: "+44 (0) 20 7946 0100",
      outOfHoursPhone: "+44 (0) 20 7946 0101",
      confirmedOn: "2026-10-02",
    },
  });

describe.each(leaflets)("the papers of $sector", (leaflet) => {
  it.each([
    ["aide-memoire", aideMemoirePdf, leaflet.title],
    ["poster", posterPdf, leaflet.poster.headline],
  ] as const)("are one accessible page each: the %s", async (_name, make, title) => {
    for (const each of [handout({ leaflet }), longest(leaflet), handout({ leaflet, join: null })]) {
      const read = await readPdf(await make(each));
      expect(read).toMatchObject({
        title,
        language: "en-GB",
        tagged: true,
        showsTitle: true,
        ua: "1",
        pages: 1,
        untagged: "",
      });
      expect(read.parts.filter(({ role }) => role === "H1").map(({ text }) => text)).toEqual([
        title,
      ]);
      const figures = read.parts.filter(({ role }) => role === "Figure");
      expect(figures.map(({ alt }) => alt)).toEqual(
        each.join
          ? [`QR code that opens the course for people who work here: ${each.join.href}`]
          : [],
      );
      // Cameras need the code whole, with the pale edge around it.
      for (const { box = [] } of figures) expect(Math.min(...box)).toBeGreaterThan(12);
      expect(read.links).toEqual(each.join ? [each.join.href] : []);
    }
  });
});

describe("an aide-memoire", () => {
  it("is read in the order in which it is needed", async () => {
    const { parts, outline } = await readPdf(await aideMemoirePdf(handout()));
    expect(parts.filter(({ role }) => /^H\d$/.test(role)).map(({ text }) => text)).toEqual([
      "When you are worried about a child in the hotel",
      "What you may notice",
      "What to do",
      "Stay clear of",
      "Whom to call",
      "Children's services, Westminster",
      "If you are deaf or hard of hearing",
      "Work here?",
    ]);
    expect(outline).toContain("H2 L(LI(Lbl LBody) LI(Lbl LBody)");
    const said = parts.map(({ text }) => text).join("\n");
    expect(said).toContain("Call 101: quote Operation Make Safe");
    expect(said).toContain("Relay UK, 999 (18001 999): by the Relay UK app or a textphone");
    expect(said).toContain("Phone 020 7946 0100\n");
    expect(said).toContain("Confirmed by the borough on 2 October 2026.");
    expect(said.replaceAll(" ", "")).toContain("abcde-12345-fghjk-67890-mnpqr-s");
  });

  it("never shows a contact as confirmed that is not", async () => {
    const said = async (door: Handout["door"]) =>
      (await readPdf(await aideMemoirePdf(handout({ door })))).parts
        .map(({ text }) => text)
        .join("\n");
    expect(await said(null)).toContain("Not confirmed by the borough yet: call 101 at any time.");
    const door = { teamName: "A team", email: null, phone: null, outOfHoursPhone: null };
    expect(await said({ ...door, confirmedOn: null })).toContain(
      "Not confirmed by the borough yet.",
    );
  });

  it("is the same file however often it is asked for on one day", async () => {
    const [one, two] = await Promise.all([aideMemoirePdf(handout()), aideMemoirePdf(handout())]);
    expect(one.equals(two)).toBe(true);
  });
});

describe("leaflets", () => {
  it("are there for each trade, and a general one for every other", () => {
    expect(leaflets.map(({ sector }) => sector)).toEqual(
      expect.arrayContaining(["general", "hotel", "taxi"]),
    );
    expect(leafletOf("taxi").sector).toBe("taxi");
    expect(leafletOf("a_trade_nobody_wrote_for").sector).toBe("general");
  });

  it("name both numbers, and promise nothing that may not be promised", () => {
    for (const leaflet of leaflets) {
      const words = JSON.stringify(leaflet);
      expect(JSON.stringify(leaflet.do)).toMatch(/999.*101|101.*999/);
      expect(leaflet.poster.lines.join(" ")).toMatch(/999.*101/);
      expect(words).not.toMatch(/legally required|70%|prostitut|promiscu|lifestyle/i);
    }
  });
});
