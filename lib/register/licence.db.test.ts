import { afterAll, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { confirm, previewText } from "@/lib/db/test/register";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

/** A register with a column for the licence, in the words of a licensing back office. */
const register = (rows: Record<string, string>) =>
  [
    "id,name,address,postcode,Licence type",
    ...Object.entries(rows).map(
      ([id, licence]) => `${id},Bar ${id},1 Test Street,W1J 7RW,${licence}`,
    ),
  ].join("\r\n");

const licences = (borough: TestBorough) =>
  asOwner([borough.code], async (tx) => {
    const rows =
      await tx`SELECT name, licence_type FROM businesses WHERE borough_code = ${borough.code} ORDER BY name`;
    return Object.fromEntries(rows.map((row) => [row.name, row.licence_type]));
  });

async function take(borough: TestBorough, rows: Record<string, string>) {
  const { importId, counts } = await previewText(borough, register(rows));
  const reasons = await asOwner(
    [borough.code],
    (tx) =>
      tx`SELECT source_id, reason FROM register_rows WHERE borough_code = ${borough.code} AND import_id = ${importId}
      AND outcome = 'changed' ORDER BY source_id`,
  );
  await confirm(borough, importId);
  return { counts, reasons: reasons.map((row) => `${row.source_id}: ${row.reason}`) };
}

it("goes from the register to the business, and follows it, but never over what an officer corrected", async () => {
  const borough = await mintBorough();
  await take(borough, { 1: "Premises licence", 2: "Club premises certificate", 3: "" });
  expect(await licences(borough)).toEqual({
    "Bar 1": "premises_alcohol",
    "Bar 2": "club_certificate",
    "Bar 3": null,
  });

  await asOwner(
    [borough.code],
    (tx) =>
      tx`UPDATE businesses SET licence_type = 'none' WHERE borough_code = ${borough.code} AND name = 'Bar 1'`,
  );
  const second = await take(borough, {
    1: "Premises licence",
    2: "Late night refreshment",
    3: "Premises licence",
  });
  expect(second.counts).toMatchObject({ unchanged: 1, changed: 2 });
  expect(second.reasons).toEqual(["2: It has another licence.", "3: Its licence is known now."]);
  expect(await licences(borough)).toEqual({
    "Bar 1": "none",
    "Bar 2": "premises_late_refreshment",
    "Bar 3": "premises_alcohol",
  });

  // A register that stops saying it changes nothing.
  const third = await take(borough, { 1: "", 2: "", 3: "Scrap metal" });
  expect(third.counts).toMatchObject({ unchanged: 3, changed: 0 });
});
