import { describe, expect, it } from "vitest";
import { plainAuthority, readRow, registerKey } from "./model";
import { describeProblem, PROBLEMS } from "./wrong-file";

const places = { id: 0, name: 1, address: 2, postcode: 3, a: 4, b: 5, history: 6 };
const good = ["1", "The Bell", "1 Street", "w1j7rw", "528658", "180215", ""];
const read = (change: Record<number, string>) =>
  readRow(
    2,
    good.map((cell, i) => change[i] ?? cell),
    places,
    7,
  );

describe("a row", () => {
  it("is tidied: spaces, postcode and place on the grid", () => {
    expect(read({ 1: "  The \t Bell " })).toEqual({
      line: 2,
      refusal: null,
      note: null,
      sourceId: "1",
      name: "The Bell",
      address: "1 Street",
      postcode: "W1J 7RW",
      easting: 528658,
      northing: 180215,
      licenceType: null,
      trading: true,
    });
  });

  it.each(["Closed", "closed", "Pubclosed", "Temporarily closed", "PERMANENTLY CLOSED"])(
    "whose history says %s is not trading",
    (history) => {
      expect(read({ 6: history }).trading).toBe(false);
    },
  );

  it.each([
    ["no id", { 0: " " }, "The id is missing."],
    ["no name", { 1: "" }, "The name is missing."],
    ["a very long name", { 1: "x".repeat(201) }, "The name is longer than 200 characters."],
    ["an unreadable letter", { 1: "Caf\uFFFD" }, "The name holds a letter that cannot be read."],
    ["no postcode", { 3: "" }, "The postcode is missing."],
    ["half a postcode", { 3: "W1" }, "“W1” is not a full postcode, like W1J 7RW."],
  ])("with %s is refused and says why", (_label, change, reason) => {
    expect(read(change as Record<number, string>).refusal).toBe(reason);
  });

  it("with a value too many says how many columns it has", () => {
    expect(readRow(9, [...good, "x"], places, 7).refusal).toMatch(
      /^The row has 8 columns and the header has 7/,
    );
  });

  it.each([
    ["622675", "-5527598"],
    ["528658", ""],
    ["north", "south"],
    ["99999999", "1"],
  ])("with the place %s, %s is taken without it and says so", (a, b) => {
    expect(read({ 4: a, 5: b })).toMatchObject({
      refusal: null,
      easting: null,
      northing: null,
      note: "Its place on the map cannot be used and is left empty.",
    });
  });

  it.each([
    ["Premises licence: alcohol and late night refreshment", "premises_alcohol"],
    ["PREMISES LICENCE", "premises_alcohol"],
    ["Late Night Refreshment", "premises_late_refreshment"],
    ["Club Premises Certificate", "club_certificate"],
    ["Private hire operator", "private_hire_operator"],
    ["none", "none"],
    ["", null],
    ["\\N", null],
  ] as const)("whose licence says “%s” is read as %s", (says, licenceType) => {
    const row = readRow(2, [...good, says], { ...places, licence: 7 }, 8);
    expect(row).toMatchObject({ licenceType, note: null, refusal: null });
  });

  it("with a licence nobody knows is taken without it and says so", () => {
    const row = readRow(2, [...good, "Scrap metal"], { ...places, licence: 7 }, 8);
    expect(row).toMatchObject({ licenceType: null, refusal: null });
    expect(row.note).toBe("Its licence is not one we know and is left empty.");
  });

  it("with a place left open says nothing of it", () => {
    expect(read({ 4: "\\N", 5: "\\N" })).toMatchObject({
      refusal: null,
      note: null,
      easting: null,
    });
  });
});

it.each([
  ["City of Westminster", "westminster"],
  ["Hammersmith & Fulham", "hammersmith and fulham"],
  ["Royal Borough of Kensington and Chelsea", "kensington and chelsea"],
  ["The London Borough of Camden ", "camden"],
  ["City of London", "city of london"],
])("knows %s by its bare name", (name, bare) => {
  expect(plainAuthority(name)).toBe(bare);
});

it("makes a register's key of its name", () => {
  expect(registerKey(" Food hygiene (2027) ")).toBe("food_hygiene_2027");
});

describe("the words for a wrong file", () => {
  it.each(Object.keys(PROBLEMS))("say what to do about %s", (code) => {
    expect(describeProblem({ code: code as keyof typeof PROBLEMS })).toMatch(/^[A-Z].*\.$/);
  });

  it("name the line, the column and the authority", () => {
    expect(describeProblem({ code: "quote", line: 7 })).toMatch(/^Line 7: a quote mark/);
    expect(describeProblem({ code: "missing_column", about: "postcode" })).toContain("“postcode”");
    const names = { E09000007: "Camden" };
    expect(
      describeProblem({ code: "other_borough", about: "E09000007", line: 2 }, names),
    ).toContain("businesses of Camden, from line 2");
  });

  it("never repeat text from an address", () => {
    const words = describeProblem({ code: "missing_column", about: "<b>call this number</b>" });
    expect(words).toBe(PROBLEMS.missing_column);
  });
});
