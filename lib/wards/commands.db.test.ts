import { afterAll, expect, it } from "vitest";
import { addTeam } from "@/lib/aims/settings-commands";
import { addBusiness, editBusiness } from "@/lib/businesses/commands";
import { readFilter, WARD_NOT_KNOWN } from "@/lib/businesses/filters";
import { listBusinesses } from "@/lib/businesses/queries";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { newestAudit } from "@/lib/db/test/premises";
import { confirm, previewText, registerText } from "@/lib/db/test/register";
import { putWards, readWards, uploadWardText } from "@/lib/db/test/wards";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import { confirmWards, discardWards } from "./commands";
import {
  countPlacement,
  getUpload,
  listPlacement,
  listRefused,
  listStagedWards,
  listWards,
} from "./queries";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

async function add(borough: TestBorough, name: string, postcode: string): Promise<string> {
  const input = { name, address: "1 Test Street", postcode, sector: "hotel", opensLate: "no" };
  const options = { boroughCode: borough.code };
  return (await runCommand(addBusiness, borough.officer, input, options)).businessId;
}

/** One of the council's own teams: never among the businesses, whatever its postcode. */
async function addTeamAt(borough: TestBorough, postcode: string): Promise<string> {
  const name = `Team at ${postcode}`;
  const input = { name, address: "1 Test Street", postcode, headcount: 3 };
  await runCommand(addTeam, borough.admin, input, { boroughCode: borough.code });
  return name;
}

it("previews rows, wards, refusals and what changes, and writes nothing yet", async () => {
  const borough = await mintBorough();
  await add(borough, "The Anchor", "W1J 7RW");
  await add(borough, "The Bell", "W6 0DL");
  await addTeamAt(borough, "W1J 7RW");
  await addTeamAt(borough, "W9 9ZZ");
  const uploadId = await uploadWardText(
    borough,
    "postcode,ward\nW1J 7RW,Riverside\nw1j7rw,Riverside\nW1J 7RW,Parkside\nnowhere,Parkside\nSW1E 6QW,Parkside",
  );
  const read = await asViewer(borough.officer, async (ctx) => ({
    upload: await getUpload(ctx, uploadId),
    placement: await countPlacement(ctx, uploadId),
    changed: await listPlacement(ctx, uploadId, "changed", 1),
    unplaced: await listPlacement(ctx, uploadId, "unplaced", 1),
    refused: await listRefused(ctx, uploadId, 1),
    wards: await listStagedWards(ctx, uploadId),
  }));
  expect(read.upload).toMatchObject({
    rowsRead: 5,
    postcodes: 2,
    wards: 2,
    rowsRepeated: 1,
    rowsRefused: 2,
    rowsElsewhere: 0,
  });
  expect(read.placement).toEqual({ changed: 1, unplaced: 1 });
  expect(read.changed).toMatchObject([{ name: "The Anchor", before: null, after: "Riverside" }]);
  expect(read.unplaced).toMatchObject([{ name: "The Bell", before: null, after: null }]);
  expect(read.refused.map((row) => [row.line, row.reason])).toEqual([
    [4, "Line 2 puts this postcode into “Riverside”."],
    [5, "“nowhere” is not a full postcode, like W1J 7RW."],
  ]);
  expect(read.wards).toEqual([
    { ward: "Parkside", postcodes: 1 },
    { ward: "Riverside", postcodes: 1 },
  ]);
  expect((await readWards(borough.code)).businesses).toMatchObject({
    "The Anchor": null,
    "The Bell": null,
  });
});

it("places every business when it is confirmed, counts it there, and replaces the list before", async () => {
  const borough = await mintBorough();
  await add(borough, "The Anchor", "W1J 7RW");
  await add(borough, "The Bell", "W6 0DL");
  const team = await addTeamAt(borough, "W1J 7RW");
  const first = await putWards(borough, [
    ["W1J 7RW", "Riverside"],
    ["W6 0DL", "Parkside"],
  ]);
  expect(await readWards(borough.code)).toEqual({
    businesses: { "The Anchor": "Riverside", "The Bell": "Parkside", [team]: null },
    inScope: { Riverside: 1, Parkside: 1 },
  });
  expect(await newestAudit(borough.code)).toMatchObject({
    action: "wards.confirm",
    actor_role: "borough_admin",
    details: { changed: 2, unplaced: 0 },
  });
  await putWards(borough, [["W1J 7RW", "Canalside"]]);
  expect(await readWards(borough.code)).toEqual({
    businesses: { "The Anchor": "Canalside", "The Bell": null, [team]: null },
    inScope: { Canalside: 1, "": 1 },
  });
  const again = runCommand(
    confirmWards,
    borough.admin,
    { uploadId: first },
    { boroughCode: borough.code },
  );
  await expect(again).rejects.toBeInstanceOf(Conflict);
});

it("shows 'not known' as a ward of its own, last, and the list behind it", async () => {
  const borough = await mintBorough();
  await add(borough, "The Anchor", "W1J 7RW");
  await add(borough, "The Bell", "W6 0DL");
  await putWards(borough, [["W1J 7RW", "Riverside"]]);
  const { wards, unknown, known } = await asViewer(borough.officer, async (ctx) => ({
    wards: await listWards(ctx),
    unknown: await listBusinesses(ctx, readFilter({ ward: WARD_NOT_KNOWN }), null),
    known: await listBusinesses(ctx, readFilter({ ward: "Riverside" }), null),
  }));
  expect(wards).toEqual([
    { ward: "Riverside", inScope: 1, prevent: 0, postcodes: 1 },
    { ward: "", inScope: 1, prevent: 0, postcodes: 0 },
  ]);
  expect(unknown.rows.map((row) => row.name)).toEqual(["The Bell"]);
  expect(known.rows.map((row) => row.name)).toEqual(["The Anchor"]);
});

it("gives a business added, moved or imported later the ward of its postcode", async () => {
  const borough = await mintBorough();
  await putWards(borough, [
    ["W1J 7RW", "Riverside"],
    ["W6 0DL", "Parkside"],
  ]);
  const businessId = await add(borough, "The Anchor", "W1J 7RW");
  await confirm(
    borough,
    (await previewText(borough, registerText([{ id: "1", name: "The Crown" }]))).importId,
  );
  expect((await readWards(borough.code)).businesses).toEqual({
    "The Anchor": "Riverside",
    "The Crown": "Riverside",
  });
  const details = {
    name: "The Anchor",
    address: "1 Test Street",
    sector: "hotel",
    opensLate: "no",
  };
  const options = { boroughCode: borough.code };
  await runCommand(
    editBusiness,
    borough.officer,
    { businessId, postcode: "W6 0DL", ...details },
    options,
  );
  const moved = registerText([{ id: "1", name: "The Crown", postcode: "SW1E 6QW" }]);
  await confirm(borough, (await previewText(borough, moved)).importId);
  expect(await readWards(borough.code)).toEqual({
    businesses: { "The Anchor": "Parkside", "The Crown": null },
    inScope: { Parkside: 1, "": 1 },
  });
});

it("stays exact when a business is added while a list is being confirmed", async () => {
  const borough = await mintBorough();
  const uploadId = await uploadWardText(borough, "postcode,ward\nW1J 7RW,Riverside");
  await Promise.all([
    ...Array.from({ length: 6 }, (_, i) => add(borough, `The Bell ${i}`, "W1J 7RW")),
    runCommand(confirmWards, borough.admin, { uploadId }, { boroughCode: borough.code }),
  ]);
  const { businesses, inScope } = await readWards(borough.code);
  expect(new Set(Object.values(businesses))).toEqual(new Set(["Riverside"]));
  expect(inScope).toEqual({ Riverside: 6 });
});

it("is an administrator's, of one's own borough, and answered once", async () => {
  const borough = await mintBorough();
  const other = await mintBorough();
  const uploadId = await uploadWardText(borough, "postcode,ward\nW1J 7RW,Riverside");
  const own = { boroughCode: borough.code };
  const asOfficer = runCommand(confirmWards, borough.officer, { uploadId }, own);
  await expect(asOfficer).rejects.toBeInstanceOf(Forbidden);
  const abroad = runCommand(confirmWards, other.admin, { uploadId }, { boroughCode: other.code });
  await expect(abroad).rejects.toBeInstanceOf(NotFound);
  await expect(asViewer(other.admin, (ctx) => getUpload(ctx, uploadId))).rejects.toBeInstanceOf(
    NotFound,
  );
  await runCommand(discardWards, borough.admin, { uploadId }, own);
  const after = runCommand(confirmWards, borough.admin, { uploadId }, own);
  await expect(after).rejects.toBeInstanceOf(Conflict);
  expect(await asViewer(borough.admin, (ctx) => listStagedWards(ctx, uploadId))).toEqual([]);
});

it("is refused when not one row can be taken, and nothing of it is kept", async () => {
  const borough = await mintBorough();
  await expect(uploadWardText(borough, "postcode,ward\nW1,Riverside")).rejects.toMatchObject({
    code: "no_postcodes",
  });
});
