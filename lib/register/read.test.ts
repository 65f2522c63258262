import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { textOf } from "./encoding";
import { inspectRegister } from "./inspect";
import type { RegisterRow } from "./model";

const PLACE = {
  code: "E09000033",
  authorities: [
    { code: "E09000033", name: "Westminster" },
    { code: "E09000007", name: "Camden" },
  ],
};

const HEADING = "id,name,address,postcode,city,history";
const row = (
  id: string,
  name = "Café Zoë",
  rest = '"1 Test Street, London",W1J 7RW,Westminster,',
) => `${id},${name},${rest}`;

async function read(content: string | Buffer) {
  const folder = await mkdtemp(path.join(tmpdir(), "register-"));
  try {
    const file = path.join(folder, "file.csv");
    await writeFile(file, content);
    const { encoding, dropped, rows } = await inspectRegister(file, PLACE);
    const all: RegisterRow[] = [];
    for await (const each of rows()) all.push(each);
    return { encoding, dropped, rows: all };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const text = [HEADING, row("1"), row("2", "The Bell")].join("\r\n");
const marked = (bytes: number[], body: Buffer) => Buffer.concat([Buffer.from(bytes), body]);

describe("a file's encoding", () => {
  const accent = { [Symbol.for("name")]: "Café Zoë" };
  it.each([
    ["UTF-8", "utf-8", Buffer.from(text)],
    ["UTF-8 with a byte order mark", "utf-8", marked([0xef, 0xbb, 0xbf], Buffer.from(text))],
    [
      "UTF-16, little end first",
      "utf-16le",
      marked([0xff, 0xfe], iconv.encode(text, "utf16le", { addBOM: false })),
    ],
    [
      "UTF-16, big end first",
      "utf-16be",
      marked([0xfe, 0xff], iconv.encode(text, "utf16be", { addBOM: false })),
    ],
    ["Windows-1252", "windows-1252", iconv.encode(text, "win1252")],
  ])("is understood when it is %s", async (_label, encoding, bytes) => {
    const found = await read(bytes);
    expect(found.encoding).toBe(encoding);
    expect(found.rows.map((each) => each.name)).toEqual([accent[Symbol.for("name")], "The Bell"]);
    expect(found.rows.every((each) => each.refusal === null)).toBe(true);
  });

  it("keeps the quote marks and dashes that only Windows-1252 has", async () => {
    const found = await read(
      iconv.encode([HEADING, row("1", "Fogg’s – Bar €")].join("\n"), "win1252"),
    );
    expect(found.rows[0]?.name).toBe("Fogg’s – Bar €");
  });

  it("keeps a letter whose bytes fall on both sides of a piece of the file", async () => {
    const many = Array.from({ length: 6_000 }, (_, i) => row(String(i), `${"é".repeat(i % 7)}x`));
    const found = await read([HEADING, ...many].join("\n"));
    expect(found.rows).toHaveLength(6_000);
    expect(found.rows.some((each) => each.name?.includes("\uFFFD"))).toBe(false);
  });
});

describe("lines and separators", () => {
  it.each([
    ["commas", ","],
    ["semicolons", ";"],
    ["tabs", "\t"],
  ])("are understood with %s", async (_label, separator) => {
    const rows = [
      HEADING.split(",").join(separator),
      ["1", "The, Bell; yes", "1 Street", "W1J7RW", "", ""]
        .map((cell) => `"${cell}"`)
        .join(separator),
    ];
    expect((await read(rows.join("\n"))).rows[0]).toMatchObject({
      name: "The, Bell; yes",
      postcode: "W1J 7RW",
    });
  });

  it("name the line a row begins on, past blank lines, mixed line ends and breaks within quotes", async () => {
    const content = `${HEADING}\r\n${row("1")}\n\n,,,,,\r\n${row("2", '"Two\r\nlines"')}\r${row("3")}\n`;
    const found = await read(content);
    expect(found.rows.map((each) => [each.sourceId, each.line])).toEqual([
      ["1", 2],
      ["2", 5],
      ["3", 7],
    ]);
    expect(found.rows[1]?.name).toBe("Two lines");
  });

  it("take columns in any order and drop personal ones unread", async () => {
    const found = await read(
      'Postcode,NAME,Date of Birth,id,Address,NI number\nW1J 7RW,Bell,1990-01-01,9,"1 Street",QQ123456C',
    );
    expect(found.dropped).toEqual(["Date of Birth", "NI number"]);
    expect(JSON.stringify(found.rows)).not.toMatch(/1990|QQ123456C/);
    expect(found.rows[0]).toMatchObject({ sourceId: "9", name: "Bell", refusal: null });
  });
});

describe("a file that cannot be taken", () => {
  it.each([
    ["empty", "", { code: "empty" }],
    ["only blank lines", "\n\n \n", { code: "empty" }],
    ["only a heading", HEADING, { code: "no_rows" }],
    ["a PDF", "%PDF-1.7 …", { code: "pdf" }],
    ["a spreadsheet", Buffer.from("504b030414000600", "hex"), { code: "spreadsheet" }],
    ["an old spreadsheet", Buffer.from("d0cf11e0a1b11ae1", "hex"), { code: "spreadsheet" }],
    ["binary", Buffer.from([105, 100, 0, 1, 2, 3]), { code: "binary" }],
    [
      "without a postcode column",
      "id,name,address\n1,a,b",
      { code: "missing_column", about: "postcode" },
    ],
    [
      "with two name columns",
      "id,name,Name,address,postcode\n1,a,a,b,c",
      { code: "double_column", about: "name" },
    ],
    [
      "with an open quote",
      `${HEADING}\n${row("1")}\n2,"The Bell,\n${row("3")}`,
      { code: "quote", line: 3 },
    ],
    [
      "with a stray quote",
      `${HEADING}\n${row("1")}\n${row("2", 'The "Bell"')}`,
      { code: "quote", line: 3 },
    ],
    [
      "with a quote open for pages",
      `${HEADING}\n2,"${"The Bell,\n".repeat(20_000)}`,
      { code: "long_row", line: 2 },
    ],
    [
      "in no known encoding",
      Buffer.from(`${HEADING}\n1,Caf\x81 \x8d`, "latin1"),
      { code: "encoding", line: 2 },
    ],
    [
      "another borough's",
      `${HEADING}\n${row("1").replace("Westminster", "London Borough of Camden")}`,
      { code: "other_borough", line: 2, about: "E09000007" },
    ],
  ])("is refused when it is %s", async (_label, content, problem) => {
    await expect(read(content)).rejects.toMatchObject(problem);
  });
});

it.each([
  ["UTF-8", Buffer.from("José")],
  ["UTF-8 with its mark", Buffer.from("\uFEFFJosé")],
  ["UTF-16", Buffer.from("\uFEFFJosé", "utf16le")],
  ["Windows-1252", iconv.encode("José", "win1252")],
])("reads a small list in %s", (_label, bytes) => {
  expect(textOf(bytes)).toBe("José");
});

it.each([
  ["spreadsheet", Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14])],
  ["encoding", Buffer.from("Caf\x81 \x8d", "latin1")],
  ["binary", Buffer.from("a\0b")],
])("refuses a small list that is no text: %s", (code, bytes) => {
  expect(() => textOf(bytes)).toThrow(expect.objectContaining({ code }));
});

it("refuses both rows of an id that stands twice, naming their lines", async () => {
  const { rows } = await read([HEADING, row("1"), row("2"), row("1", "Other")].join("\n"));
  expect(rows.map((each) => each.refusal)).toEqual([
    "The same id stands on lines 2 and 4.",
    null,
    "The same id stands on lines 2 and 4.",
  ]);
});

it("refuses a single row of another borough and takes the rest", async () => {
  const foreign = row("2").replace("Westminster", "Camden");
  const { rows } = await read([HEADING, row("1"), foreign].join("\n"));
  expect(rows.map((each) => each.refusal)).toEqual([
    null,
    "It is in Camden, which imports its own register.",
  ]);
});
