import { afterAll, expect, it } from "vitest";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { confirm, previewText, registerText } from "@/lib/db/test/register";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import { confirmRegister, discardRegister } from "./commands";
import { listStagedRows } from "./queries";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const anchor = { id: "1", name: "The Anchor" };
const bell = { id: "2", name: "The Bell", postcode: "W6 0DL" };
const crown = { id: "3", name: "The Crown" };

async function importText(borough: TestBorough, text: string, today?: string) {
  const previewed = await previewText(borough, text, today);
  return {
    ...previewed,
    done: await confirm(borough, previewed.importId, today),
  };
}

async function stageOf(borough: TestBorough, name: string): Promise<string | undefined> {
  const rows = await asOwner(
    [borough.code],
    (tx) =>
      tx`SELECT stage FROM businesses WHERE borough_code = ${borough.code} AND name = ${name}`,
  );
  return rows[0]?.stage as string | undefined;
}

async function setStage(borough: TestBorough, name: string, stage: string): Promise<void> {
  await asOwner([borough.code], async (tx) => {
    const [row] = await tx`UPDATE businesses SET stage = ${stage}
      WHERE borough_code = ${borough.code} AND name = ${name} RETURNING id`;
    await tx`INSERT INTO stage_changes (borough_code, business_id, id, stage, from_on)
      VALUES (${borough.code}, ${row?.id}, gen_random_uuid(), ${stage}, current_date)`;
  });
}

async function inScope(borough: TestBorough): Promise<{ cells: number; facts: number }> {
  return asOwner([borough.code], async (tx) => {
    const [row] = await tx`
      SELECT (SELECT coalesce(sum(delta), 0)::int FROM coverage_cells
          WHERE borough_code = ${borough.code} AND measure = 'in_scope') AS cells,
        (SELECT count(*)::int FROM businesses
          WHERE borough_code = ${borough.code} AND stage IN ('in_scope', 'invited', 'enrolled')) AS facts`;
    return row as { cells: number; facts: number };
  });
}

it("says what is new, changed, gone and refused, and the rows read add up", async () => {
  const borough = await mintBorough();
  await importText(borough, registerText([anchor, bell, crown]));
  const { importId, counts } = await previewText(
    borough,
    registerText([
      { ...anchor, name: "The Old Anchor" },
      bell,
      { id: "4", name: "The Dove" },
      { id: "5", name: "The Elm", postcode: "nowhere" },
    ]),
  );
  expect(counts).toEqual({
    read: 4,
    new: 1,
    changed: 1,
    unchanged: 1,
    refused: 1,
    gone: 1,
    notTrading: 0,
  });
  const [changed, refused, gone] = await asViewer(borough.officer, async (ctx) => [
    (await listStagedRows(ctx, importId, "changed", null)).rows[0],
    (await listStagedRows(ctx, importId, "refused", null)).rows[0],
    (await listStagedRows(ctx, importId, "gone", null)).rows[0],
  ]);
  expect(changed).toMatchObject({
    line: 2,
    reason: "The name was “The Anchor”.",
  });
  expect(refused).toMatchObject({
    line: 5,
    reason: "“nowhere” is not a full postcode, like W1J 7RW.",
  });
  expect(gone).toMatchObject({
    line: null,
    name: "The Crown",
    reason: "The business will be closed.",
  });
});

it("writes changes to the business and leaves what an officer corrected by hand", async () => {
  const borough = await mintBorough();
  await importText(borough, registerText([anchor]));
  await asOwner(
    [borough.code],
    (tx) =>
      tx`UPDATE businesses SET address = '1a Test Street' WHERE borough_code = ${borough.code}`,
  );
  const { done } = await importText(borough, registerText([{ ...anchor, postcode: "SW1E 6QW" }]));
  expect(done).toMatchObject({ added: 0, updated: 1 });
  const [row] = await asOwner(
    [borough.code],
    (tx) => tx`SELECT name, address, postcode FROM businesses WHERE borough_code = ${borough.code}`,
  );
  expect(row).toEqual({
    name: "The Anchor",
    address: "1a Test Street",
    postcode: "SW1E 6QW",
  });
});

it("closes what the register says has closed and brings it back where it was", async () => {
  const borough = await mintBorough();
  await importText(borough, registerText([anchor, bell]));
  await setStage(borough, "The Anchor", "enrolled");
  const shut = { ...anchor, history: "Permanently CLOSED" };
  expect((await importText(borough, registerText([shut, bell]))).done).toMatchObject({ closed: 1 });
  expect(await stageOf(borough, "The Anchor")).toBe("closed");
  expect(await inScope(borough)).toEqual({ cells: 1, facts: 1 });

  expect((await importText(borough, registerText([anchor, bell]))).done).toMatchObject({
    reopened: 1,
  });
  expect(await stageOf(borough, "The Anchor")).toBe("enrolled");
  expect(await inScope(borough)).toEqual({ cells: 2, facts: 2 });
});

it("keeps a closed row on record and makes it a business once it trades", async () => {
  const borough = await mintBorough();
  const first = await importText(
    borough,
    registerText([{ ...anchor, history: "Pubclosed" }, bell]),
  );
  const { rows } = await asViewer(borough.officer, (ctx) =>
    listStagedRows(ctx, first.importId, "new", null),
  );
  expect(rows.map((row) => row.reason)).toEqual([
    "The register says it is closed: kept on record, not added to your businesses.",
    null,
  ]);
  expect(first.done).toMatchObject({ added: 1 });
  expect(await stageOf(borough, "The Anchor")).toBeUndefined();
  const second = await importText(borough, registerText([anchor, bell]));
  expect(second.counts).toMatchObject({ changed: 1, unchanged: 1, new: 0 });
  expect(second.done).toMatchObject({ added: 1 });
  expect(await inScope(borough)).toEqual({ cells: 2, facts: 2 });
});

it("closes a business that is gone from the register, unless it is enrolled", async () => {
  const borough = await mintBorough();
  await importText(borough, registerText([anchor, bell, crown]));
  await setStage(borough, "The Bell", "enrolled");
  expect((await importText(borough, registerText([anchor]))).done).toMatchObject({ closed: 1 });
  expect(await stageOf(borough, "The Crown")).toBe("closed");
  expect(await stageOf(borough, "The Bell")).toBe("enrolled");
  // Gone once is gone: the next file does not list it again, and coming back reopens it.
  expect((await previewText(borough, registerText([anchor]))).counts).toMatchObject({ gone: 0 });
  const back = await importText(borough, registerText([anchor, crown]));
  expect(back.counts).toMatchObject({ changed: 1, unchanged: 1 });
  expect(await stageOf(borough, "The Crown")).toBe("in_scope");
});

it("never calls an entry gone because its row was refused", async () => {
  const borough = await mintBorough();
  await importText(borough, registerText([anchor, bell]));
  const { counts } = await previewText(
    borough,
    registerText([anchor, { ...bell, postcode: "" }, crown, { ...crown, name: "Twin" }]),
  );
  expect(counts).toMatchObject({
    read: 4,
    refused: 3,
    unchanged: 1,
    gone: 0,
    new: 0,
  });
});

it("refuses a preview that another confirmed import has overtaken", async () => {
  const borough = await mintBorough();
  const first = await previewText(borough, registerText([anchor]));
  const second = await previewText(borough, registerText([anchor, bell]));
  await confirm(borough, second.importId);
  await expect(confirm(borough, first.importId)).rejects.toThrow(Conflict);
  await expect(confirm(borough, second.importId)).rejects.toThrow("confirmed already");
  expect(await inScope(borough)).toEqual({ cells: 2, facts: 2 });
});

it("confirms once when two officers press the button together", async () => {
  const borough = await mintBorough();
  const { importId } = await previewText(borough, registerText([anchor, bell]));
  const tries = await Promise.allSettled([1, 2, 3, 4].map(() => confirm(borough, importId)));
  expect(tries.filter((each) => each.status === "fulfilled")).toHaveLength(1);
  expect(await inScope(borough)).toEqual({ cells: 2, facts: 2 });
});

it("discards a preview with its rows, and then confirms nothing", async () => {
  const borough = await mintBorough();
  const { importId } = await previewText(borough, registerText([anchor]));
  await runCommand(discardRegister, borough.officer, { importId }, { boroughCode: borough.code });
  await expect(confirm(borough, importId)).rejects.toThrow("discarded");
  const [left] = await asOwner(
    [borough.code],
    (tx) =>
      tx`SELECT count(*)::int AS rows FROM register_rows WHERE borough_code = ${borough.code}`,
  );
  expect(left).toEqual({ rows: 0 });
});

it("is not there for another borough, and not for the programme team", async () => {
  const [borough, other] = [await mintBorough(), await mintBorough()];
  const { importId } = await previewText(borough, registerText([anchor]));
  await expect(confirm(other, importId)).rejects.toThrow(NotFound);
  await expect(
    runCommand(confirmRegister, borough.programme, { importId }, { boroughCode: borough.code }),
  ).rejects.toThrow(Forbidden);
});

it("records who previewed and who confirmed, with counts and no names", async () => {
  const borough = await mintBorough();
  await importText(borough, registerText([anchor]));
  const rows = await asOwner(
    [borough.code],
    (tx) =>
      tx`SELECT action, actor_id, details FROM audit_entries
       WHERE borough_code = ${borough.code} AND subject_type = 'register_import' ORDER BY action`,
  );
  expect(rows.map((row) => row.action)).toEqual(["register.confirm", "register.preview"]);
  expect(rows.every((row) => row.actor_id === borough.officer.userId)).toBe(true);
  expect(JSON.stringify(rows)).not.toContain("Anchor");
});
