import { expect, it } from "vitest";
import { readPdf } from "@/e2e/support/pdf";
import { type PassportEntry, passportPdf } from "./passport";

const entry = (n: number): PassportEntry => ({
  course: `Course ${n}: spotting the signs in a hotel, a hostel or a guest house at night`,
  issuedOn: "2026-11-24",
  expiresOn: "2027-11-30",
  state: n === 2 ? "superseded" : "valid",
  proof: {
    href: `https://portal.example.org/verify/E09000033/abcde12345fghjk67890mnpq${n % 10}s`,
    typedAt: "portal.example.org/verify",
    code: `E09000033-abcde-12345-fghjk-67890-mnpq${n % 10}-s`,
  },
});
const read = async (count: number) =>
  readPdf(
    await passportPdf({
      holder: "Kwame Nowak",
      entries: Array.from({ length: count }, (_, i) => entry(i + 1)),
      on: "2026-11-27",
    }),
  );

it("shows every certificate with its QR code and the code to type, over as many pages as it takes", async () => {
  const passport = await read(9);
  expect(passport).toMatchObject({
    title: "Training passport",
    language: "en-GB",
    tagged: true,
    showsTitle: true,
    ua: "1",
    pages: 3,
    untagged: "",
  });
  const of = (role: string) => passport.parts.filter((part) => part.role === role);
  expect(of("H1")).toHaveLength(1);
  expect(of("H2")).toHaveLength(9);
  expect(of("Figure").map(({ alt }) => alt)).toEqual(
    Array.from(
      { length: 9 },
      (_, i) =>
        `QR code that opens the public page of this certificate: ${entry(i + 1).proof.href}`,
    ),
  );
  for (const { box = [] } of of("Figure")) expect(Math.min(...box)).toBeGreaterThan(40);
  expect(of("Link").map(({ text }) => text)).toEqual(
    Array.from({ length: 9 }, (_, i) => entry(i + 1).proof.code),
  );
  expect(passport.links).toHaveLength(9);
});

it("fits one page with up to three certificates, and says what each is worth", async () => {
  const passport = await read(3);
  expect(passport.pages).toBe(1);
  const words = passport.parts.map(({ text }) => text);
  expect(words.slice(0, 3)).toEqual(["Operation Make Safe", "Training passport", "Kwame Nowak"]);
  expect(words).toContain("Replaced by a newer one");
  expect(words.filter((word) => word === "Current")).toHaveLength(2);
});
