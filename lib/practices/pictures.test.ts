import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { pictureKind, WrongPicture } from "./picture-model";
import { redrawPicture } from "./redraw";

const folder = mkdtempSync(join(tmpdir(), "pictures-"));
afterAll(() => rmSync(folder, { recursive: true }));

const save = (name: string, data: Uint8Array | string) => {
  const file = join(folder, name);
  writeFileSync(file, data);
  return file;
};

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "navy" } });

/** As a telephone writes it: lying on its side, with the place it was taken and who made the camera. */
const fromTelephone = () =>
  blank(2000, 1000)
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: "Invented Telephones", Copyright: "Somebody" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1", GPSLongitudeRef: "W" },
    })
    .withIccProfile("p3")
    .jpeg()
    .toBuffer();

const bytes = (...list: (number | string)[]) =>
  Uint8Array.from(
    list.flatMap((each) => (typeof each === "number" ? [each] : [...Buffer.from(each)])),
  );

describe("what a file is", () => {
  it.each([
    ["a JPEG", bytes(0xff, 0xd8, 0xff, 0xe1, "........"), "jpeg"],
    ["a PNG", bytes(0x89, "PNG\r\n", 0x1a, "\n...."), "png"],
    ["a WebP", bytes("RIFF....WEBP"), "webp"],
    ["a sound in the same wrapper", bytes("RIFF....WAVE"), null],
    ["a GIF", bytes("GIF89a......"), null],
    ["a drawing that may hold scripts", bytes("<svg xmlns='"), null],
    ["a PDF", bytes("%PDF-1.7...."), null],
    ["a page", bytes("<!doctype ht"), null],
    ["nothing", bytes(), null],
  ])("%s", (_, head, kind) => {
    expect(pictureKind(head)).toBe(kind);
  });
});

describe("a picture that is drawn anew", () => {
  it("says nothing of the place, the camera or the day, and stands upright", async () => {
    const original = await fromTelephone();
    const before = await sharp(original).metadata();
    expect(before.exif?.includes("Invented Telephones")).toBe(true);
    expect(original.includes("Exif")).toBe(true);
    expect(before.icc).toBeDefined();

    const redrawn = await redrawPicture(save("telephone.jpg", original));
    const after = await sharp(redrawn.data).metadata();
    expect(after).toMatchObject({ format: "jpeg", width: 800, height: 1600 });
    expect([after.exif, after.xmp, after.iptc, after.icc, after.orientation]).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
    for (const trace of ["Exif", "GPS", "Invented Telephones", "Somebody", "ICC_PROFILE"]) {
      expect(redrawn.data.includes(trace), trace).toBe(false);
    }
    expect([redrawn.width, redrawn.height]).toEqual([800, 1600]);
  });

  it.each(["png", "webp"] as const)(
    "becomes a JPEG from a %s, and is never made larger",
    async (kind) => {
      const file = save(`small.${kind}`, await blank(40, 20).toFormat(kind).toBuffer());
      const { data, width, height } = await redrawPicture(file);
      expect(pictureKind(data)).toBe("jpeg");
      expect([width, height]).toEqual([40, 20]);
    },
  );

  it("leaves out what was hidden behind the pixels", async () => {
    const hidden = Buffer.concat([
      await blank(30, 30).jpeg().toBuffer(),
      Buffer.from("<script>x</script>"),
    ]);
    const { data } = await redrawPicture(save("hidden.jpg", hidden));
    expect(data.includes("script")).toBe(false);
  });

  it.each([
    [
      "a page named .jpg",
      async () => Buffer.from("<!doctype html><script>x</script>"),
      "not_a_picture",
    ],
    ["a GIF named .jpg", () => blank(10, 10).gif().toBuffer(), "not_a_picture"],
    [
      "an SVG named .png",
      async () => Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
      "not_a_picture",
    ],
    [
      "a JPEG cut short",
      async () => (await blank(900, 900).jpeg().toBuffer()).subarray(0, 400),
      "unreadable",
    ],
    ["a JPEG's first bytes alone", async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "unreadable"],
    [
      "a small file that unfolds to 72 million pixels",
      () => blank(9000, 8000).png({ compressionLevel: 9 }).toBuffer(),
      "unreadable",
    ],
    ["an empty file", async () => Buffer.alloc(0), "not_a_picture"],
  ])("is refused when it is %s", async (name, make, code) => {
    const order = redrawPicture(save(`${name.replaceAll(" ", "-")}.jpg`, await make()));
    await expect(order).rejects.toThrow(WrongPicture);
    await expect(order).rejects.toMatchObject({ code });
  });
});

describe("the folder of pictures", () => {
  const borough = "E09000033";
  let files: typeof import("./picture-files");

  beforeAll(async () => {
    vi.stubEnv("PICTURES_DIR", join(folder, "kept"));
    vi.stubEnv("DATABASE_URL", "postgres://nobody@localhost/none");
    vi.stubEnv("PORTAL_SECRET", "a secret of a test, thirty-two letters long");
    vi.resetModules();
    files = await import("./picture-files");
  });
  afterAll(() => vi.unstubAllEnvs());

  it("keeps a picture under a key and gives it back, in its own borough alone", async () => {
    const key = await files.keepPicture(borough, Buffer.from("picture"));
    expect(String(await files.readPicture(borough, key))).toBe("picture");
    expect(await files.readPicture("E09000013", key)).toBeNull();
    await files.removePictureFile(borough, key);
    expect(await files.readPicture(borough, key)).toBeNull();
  });

  it.each([
    ["../E09000033", "11111111-1111-4111-8111-111111111111"],
    [borough, "../../secret"],
    [borough, "11111111-1111-4111-8111-111111111111/../x"],
  ])("opens nothing outside it: %j, %j", async (code, key) => {
    await expect(files.readPicture(code, key)).rejects.toThrow(/^Not a/);
  });

  it("loses the files nobody keeps, once they are an hour old", async () => {
    const [kept, old, young] = [
      await files.keepPicture(borough, Buffer.from("kept")),
      await files.keepPicture(borough, Buffer.from("old")),
      await files.keepPicture(borough, Buffer.from("young")),
    ];
    const place = join(folder, "kept", borough);
    const before = new Date(Date.now() - 2 * 60 * 60 * 1000);
    for (const key of [kept, old]) utimesSync(join(place, `${key}.jpg`), before, before);
    expect(await files.sweepPictureFiles(borough, new Set([kept]))).toBe(1);
    expect(readdirSync(place).sort()).toEqual([`${kept}.jpg`, `${young}.jpg`].sort());
    expect(await files.sweepPictureFiles("E09000013", new Set())).toBe(0);
  });
});
