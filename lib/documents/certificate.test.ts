import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPdf } from "@/e2e/support/pdf";
import { type CertificateFacts, certificatePdf } from "./certificate";
import { COLOURS } from "./colours";

const FACTS: CertificateFacts = {
  holder: "Kwame Nowak",
  course: "At the desk: spotting the signs",
  version: 2,
  copied: false,
  business: "The Tamarisk House Hotel",
  borough: "Westminster",
  issuedOn: "2026-11-24",
  expiresOn: "2027-11-30",
  revokedOn: null,
  state: "valid",
  proof: {
    href: "https://portal.example.org/verify/E09000033/abcde12345fghjk67890mnpqrs",
    typedAt: "portal.example.org/verify",
    code: "E09000033-abcde-12345-fghjk-67890-mnpqr-s",
  },
};
const read = async (facts: Partial<CertificateFacts> = {}) =>
  readPdf(await certificatePdf({ ...FACTS, ...facts }));

describe("a certificate as PDF", () => {
  it("says its language and its title, and that it is tagged for PDF/UA", async () => {
    expect(await read()).toMatchObject({
      title: "Certificate of training: At the desk: spotting the signs",
      language: "en-GB",
      tagged: true,
      showsTitle: true,
      ua: "1",
      pages: 1,
      untagged: "",
    });
  });

  it("is read from its heading to the numbers to call, the QR code by its words", async () => {
    const { parts, outline } = await read();
    expect(parts.map(({ role, text }) => `${role}: ${text}`)).toEqual([
      "P: Operation Make Safe",
      "H1: Certificate of training",
      "P: Kwame Nowak",
      "P: has completed the course",
      "P: At the desk: spotting the signs",
      "Lbl: Where",
      "LBody: The Tamarisk House Hotel, Westminster",
      "Lbl: Passed on",
      "LBody: 24 November 2026",
      "Lbl: Counts until",
      "LBody: 30 November 2027",
      "Lbl: Course version",
      "LBody: 2",
      "H2: Check that it is real",
      expect.stringMatching(/^P: Scan the code: .* replaced by a newer one\./),
      "Figure: ",
      "P: Or go to portal.example.org/verify and type this code:",
      "Link: E09000033-abcde-12345-fghjk-67890-mnpqr-s",
      expect.stringMatching(/^P: Worried about a child\? Call 101 .* 999\.$/),
    ]);
    expect(outline).toContain("L(LI(Lbl LBody) LI(Lbl LBody) LI(Lbl LBody) LI(Lbl LBody)) H2");
    expect(parts.find(({ role }) => role === "Figure")?.alt).toBe(
      `QR code that opens the public page of this certificate: ${FACTS.proof.href}`,
    );
  });

  it("opens its public page when the code is clicked on", async () => {
    expect((await read()).links).toEqual([FACTS.proof.href]);
  });

  it("says so when it no longer counts", async () => {
    const says = async (facts: Partial<CertificateFacts>) =>
      (await read(facts)).parts.map(({ text }) => text).join("\n");
    expect(await says({ state: "revoked", revokedOn: "2027-01-05" })).toContain(
      "Withdrawn on 5 January 2027: it no longer counts.",
    );
    expect(await says({ state: "superseded" })).toContain("Replaced by a newer certificate");
    expect(await says({ state: "lapsed" })).toContain("Lapsed on 30 November 2027.");
    expect(await says({})).not.toMatch(/Withdrawn|Replaced|Lapsed/);
  });

  it("is the same file, byte for byte, however often it is asked for", async () => {
    const [one, two] = await Promise.all([certificatePdf(FACTS), certificatePdf(FACTS)]);
    expect(one.equals(two)).toBe(true);
  });

  it("draws any name: letters its typeface lacks keep their true text", async () => {
    const said = async (holder: string) => {
      const { parts, pages, untagged } = await read({ holder });
      expect([pages, untagged]).toEqual([1, ""]);
      return parts[2]?.text;
    };
    expect(await said("Łukasz Ødegård-Şahin")).toBe("Łukasz Ødegård-Şahin");
    expect(await said("Nguyễn Thị")).toBe("Nguyên Thi");
    expect(await said("王小明")).toBe("???");
    expect((await said("A".repeat(120)))?.replaceAll(" ", "")).toBe("A".repeat(120));
  });
});

it("uses the colours of the portal", () => {
  const css = readFileSync("app/globals.css", "utf8");
  for (const [name, value] of Object.entries(COLOURS)) {
    expect(css).toContain(`--color-${name}: ${value};`);
  }
});
