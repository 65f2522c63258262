import { describe, expect, it } from "vitest";
import { readRoll } from "./roll";

const namesOf = (text: string) => readRoll(text).people.map((person) => person.name);

describe("a pasted list of staff", () => {
  it("is one name a line, however it is spaced", () => {
    expect(namesOf("  Ana   López \r\n\nKwame Nowak\n")).toEqual(["Ana López", "Kwame Nowak"]);
  });

  it("may be a table: the name alone is read, whatever stands beside it", () => {
    const roll = readRoll("Name\tDate of birth\tNI number\nAna López\t1.2.1999\tQQ123456C\n");
    expect(roll.people.map((person) => person.name)).toEqual(["Ana López"]);
    expect(roll.dropped).toEqual(["Date of birth", "NI number"]);
    expect(JSON.stringify(roll)).not.toMatch(/1999|QQ123456C/);
  });

  it("puts first and family name together", () => {
    expect(namesOf('"Surname";"Forename";"Shift"\n"Nowak";"Kwame";"nights"')).toEqual([
      "Kwame Nowak",
    ]);
  });

  it("reads a table as a spreadsheet saves it: a comma in quotation marks parts nothing", () => {
    const roll = readRoll('Surname,Address,Forename\n"Nowak","1 High Street, Flat 2",Kwame\n');
    expect(roll.people.map((person) => person.name)).toEqual(["Kwame Nowak"]);
    expect(roll.faults).toEqual([]);
    expect(namesOf("\uFEFFName\r\nAna López\r\n")).toEqual(["Ana López"]);
    expect(namesOf('Ana "Bo" López')).toEqual(['Ana "Bo" López']);
  });

  it.each([
    [
      "Surname,Shift,Forename\nNowak,nights, weekends,Kwame",
      "Line 2: more columns than headings; put a name with a comma in it in quotation marks",
    ],
    [
      'Name,Shift\n"Ana López,nights\nKwame Nowak,days',
      "Line 3: a quotation mark is opened and not closed, or a name goes on after one",
    ],
    [
      "Ana López, nights",
      'Line 1: one name on each line, or a first line of headings such as "Name"',
    ],
    ["Ana López\nana lopez", "Line 2: ana lopez is on line 1 as well"],
    ["Ana López\nX", "Line 2: the name is missing"],
    ["Ana 07700900123", "Line 1: a name has no digits in it"],
    ["a".repeat(81), "Line 1: a name has 80 characters or fewer"],
  ])("says what is wrong with %j, and on which line", (text, fault) => {
    expect(readRoll(text).faults).toEqual([fault]);
  });
});
