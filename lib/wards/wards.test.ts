import { describe, expect, it } from "vitest";
import { withFile } from "@/lib/db/test/register";
import { mapWardColumns } from "./columns";
import { inspectWards } from "./inspect";
import type { WardRow } from "./model";
import { describeWardProblem } from "./problems";

const CODE = "E09000033";

describe("the columns of a ward list", () => {
  it.each([
    ["postcode,ward", 0, 1, null],
    ["Post Code;Ward name".split(";").join(","), 0, 1, null],
    ["pcd,pcds,WD23NM,WD23CD,LAD23CD", 1, 2, 4],
    ["pcd7,ward_name,oslaua", 0, 1, 2],
    ["Postcode,In Use?,Latitude,District,Ward,District Code,Ward Code", 0, 4, 5],
    ["POSTCODE,Electoral Ward", 0, 1, null],
  ])("are found in %s", (heading, postcode, ward, authority) => {
    expect(mapWardColumns(heading.split(","))).toMatchObject({ postcode, ward, authority });
  });

  it.each([
    ["address,ward", "missing_column"],
    ["postcode,town", "missing_column"],
    ["pcds,osward,laua", "ward_codes"],
    ["postcode,WD23CD", "ward_codes"],
  ])("are asked for when %s lacks one", (heading, code) => {
    expect(() => mapWardColumns(heading.split(","))).toThrow(expect.objectContaining({ code }));
  });
});

async function read(text: string) {
  return withFile(text, async (file) => {
    const list = await inspectWards(file, CODE);
    const rows: WardRow[] = [];
    for await (const row of list.rows()) rows.push(row);
    return { read: list.read, elsewhere: list.elsewhere, rows };
  });
}

describe("a ward list", () => {
  it("is read row by row, with the line and the reason of what cannot be taken", async () => {
    const { rows } = await read(
      [
        "postcode;ward",
        "w1j 7rw; St James’s ",
        "W1;Riverside",
        ";Riverside",
        "W1J7RX;",
        "W1J 7RY;E05013805",
        "W1J 7RZ",
      ].join("\r\n"),
    );
    expect(rows[0]).toEqual({ line: 2, postcode: "W1J7RW", ward: "St James’s", refusal: null });
    expect(rows.slice(1).map((row) => `${row.line}: ${row.refusal}`)).toEqual([
      "3: “W1” is not a full postcode, like W1J 7RW.",
      "4: The postcode is missing.",
      "5: The ward is missing.",
      "6: “E05013805” is a code, not the name of a ward.",
      "7: The row has 1 columns and the heading line has 2. Look for a missing comma or quote mark.",
    ]);
  });

  it("of all London leaves out what it puts into another authority", async () => {
    const list = await read(
      `postcode,ward,lad23cd\nW1J 7RW,Riverside,${CODE}\nNW1 0AA,Regent,E09000007\nW1J 7RX,Riverside,`,
    );
    expect(list).toMatchObject({ read: 3, elsewhere: 1 });
    expect(list.rows.map((row) => row.postcode)).toEqual(["W1J7RW", "W1J7RX"]);
  });

  it.each([
    ["postcode,ward\n", "no_rows"],
    ["postcode,ward,lad23cd\nNW1 0AA,Regent,E09000007\n", "other_borough"],
    ["postcode,ward\nW1J 7RW,E05013805\n", "ward_codes"],
  ])("is refused whole when it is %j", async (text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code });
  });

  it("that cannot be taken is described in words of its own, with its line", () => {
    expect(describeWardProblem("missing_column", 1, "ward")).toContain("ward’s name");
    expect(describeWardProblem("quote", 7)).toMatch(/^Line 7: a quote mark/);
    expect(describeWardProblem("other_borough")).not.toContain("businesses");
  });
});
