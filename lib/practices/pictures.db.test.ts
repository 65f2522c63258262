import { mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { asViewer, runCommand } from "@/lib/command";
import { addDays, londonDate } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { addPremises, managerOf, newestAudit } from "@/lib/db/test/premises";
import { Forbidden, NotFound } from "@/lib/errors";
import { sweepPictures } from "@/lib/jobs/pictures";
import { addPicture, removePicture } from "./picture-commands";
import { keepPicture } from "./picture-files";
import { MOST_PICTURES } from "./picture-model";
import { getPicture, listPictures } from "./picture-queries";

const today = londonDate(new Date());
const folder = mkdtempSync(join(tmpdir(), "pictures-"));
let borough: TestBorough;
let other: TestBorough;
let business: string;
let manager: Viewer;

beforeAll(async () => {
  vi.stubEnv("PICTURES_DIR", folder);
  borough = await mintBorough();
  other = await mintBorough();
});
beforeEach(async () => {
  business = await addPremises(borough, `The Blue Lantern ${Math.random()}`, "hotel");
  manager = managerOf(borough, business);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await closeDatabase();
  await closeOwner();
});

const here = () => ({ boroughCode: borough.code });
async function add(viewer = manager, on = today) {
  const fileKey = await keepPicture(borough.code, Buffer.from("picture"));
  const picture = { businessId: business, fileKey, width: 800, height: 1600, bytes: 7 };
  const { pictureId } = await runCommand(addPicture, viewer, picture, { ...here(), today: on });
  return { pictureId, fileKey };
}
const seen = (viewer: Viewer, id: string) => asViewer(viewer, (ctx) => getPicture(ctx, id));

it("a picture is seen by its business and its borough, and by nobody else", async () => {
  const { pictureId } = await add();
  const kept = { addedOn: today, keepUntil: addDays(today, 365), width: 800 };
  expect(await seen(manager, pictureId)).toMatchObject(kept);
  expect(await seen(borough.officer, pictureId)).toMatchObject(kept);
  const neighbour = managerOf(
    borough,
    await addPremises(borough, `Next ${Math.random()}`, "hotel"),
  );
  await expect(seen(neighbour, pictureId)).rejects.toThrow(NotFound);
  await expect(seen(other.officer, pictureId)).rejects.toThrow(NotFound);
  await expect(seen(borough.police, pictureId)).rejects.toMatchObject({
    cause: { code: "42501" },
  });
  expect(await newestAudit(borough.code, business)).toMatchObject({
    action: "practice.add_picture",
    actor_role: "business_manager",
  });
});

it("a manager keeps so many at a time, and officers add none", async () => {
  for (let i = 0; i < MOST_PICTURES; i += 1) await add();
  await expect(add()).rejects.toThrow(/are kept already/);
  await expect(add(borough.officer)).rejects.toThrow(Forbidden);
  const list = await asViewer(manager, (ctx) => listPictures(ctx, business));
  expect(list).toHaveLength(MOST_PICTURES);
});

it("a picture is removed by its manager or an officer, once, and by no other borough", async () => {
  const { pictureId, fileKey } = await add();
  const order = { businessId: business, pictureId };
  const elsewhere = runCommand(removePicture, other.officer, order, { boroughCode: other.code });
  await expect(elsewhere).rejects.toThrow(NotFound);
  expect(await runCommand(removePicture, borough.officer, order, here())).toEqual({ fileKey });
  await expect(seen(manager, pictureId)).rejects.toThrow(NotFound);
  await expect(runCommand(removePicture, manager, order, here())).rejects.toThrow(NotFound);
  expect((await newestAudit(borough.code, business))?.action).toBe("practice.remove_picture");
});

it("a picture goes after twelve months, with its file, and so do files nobody keeps", async () => {
  const old = await add(manager, addDays(today, -365));
  const young = await add(manager, addDays(today, -364));
  const gone = await add();
  const removed = { businessId: business, pictureId: gone.pictureId };
  await runCommand(removePicture, manager, removed, here());
  await expect(seen(manager, old.pictureId)).rejects.toThrow(NotFound);
  const hoursAgo = new Date(Date.now() - 3 * 60 * 60 * 1000);
  for (const { fileKey } of [old, young, gone]) {
    utimesSync(join(folder, borough.code, `${fileKey}.jpg`), hoursAgo, hoursAgo);
  }
  await sweepPictures([borough.code, other.code]);
  const left = readdirSync(join(folder, borough.code));
  expect([old, young, gone].map(({ fileKey }) => left.includes(`${fileKey}.jpg`))).toEqual([
    false,
    true,
    false,
  ]);
  const [row] = await asOwner(
    [borough.code],
    (tx) => tx`SELECT removed_on FROM poster_pictures WHERE id = ${old.pictureId}`,
  );
  expect(row?.removed_on).not.toBeNull();
  expect(await seen(manager, young.pictureId)).toMatchObject({ id: young.pictureId });
});
