import { afterAll, expect, test } from "vitest";
import { asViewer } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough } from "@/lib/db/test/borough";
import { mintBusiness, mintCertificate, mintStaff } from "@/lib/db/test/staffed";
import { NotFound } from "@/lib/errors";
import { getPerson } from "./person-queries";
import { countStaff, getManagedBusiness, listStaff, listWaiting, type StaffRow } from "./queries";
import { listCoursesOf, listMeasureCounts } from "./standing-queries";

const today = "2026-11-23";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

async function scene() {
  const borough = await mintBorough();
  const business = await mintBusiness(borough);
  const ada = await mintStaff(borough, business, {
    name: "Ada Example",
    confirmedOn: "2026-03-01",
  });
  const twin = await mintStaff(borough, business, { name: "Ada Example", joinedOn: "2026-11-20" });
  return { borough, business, ada, twin };
}

test("a manager sees their own business and its people by name and state", async () => {
  const { business, ada, twin } = await scene();
  const seen = await asViewer(
    business.manager,
    async (ctx) => ({
      business: await getManagedBusiness(ctx, business.id),
      counts: await countStaff(ctx, business.id),
      working: await listStaff(ctx, business.id, "working", null),
      waiting: await listWaiting(ctx, business.id),
      person: await getPerson(ctx, business.id, ada),
    }),
    { today },
  );
  expect(seen.business).toMatchObject({
    id: business.id,
    stage: "enrolled",
    joinGeneration: 1,
    joinCodeHash: null,
  });
  expect(seen.counts).toEqual({ working: 2, waiting: 1, left: 0 });
  expect(seen.working.rows.map((row) => [row.name, row.isManager, row.held])).toEqual([
    ["Ada Example", false, []],
    ["Test Manager", true, []],
  ]);
  expect(seen.waiting).toEqual([
    { id: twin, name: "Ada Example", joinedOn: "2026-11-20", namesake: true },
  ]);
  expect(seen.person).toMatchObject({ name: "Ada Example", isManager: false });
});

test("a manager of another business of the borough, or of another borough, sees nothing of it", async () => {
  const { borough, business, ada } = await scene();
  const next = await mintBusiness(borough);
  const far = await mintBusiness(await mintBorough());
  for (const { manager } of [next, far]) {
    const seen = await asViewer(manager, async (ctx) => ({
      counts: await countStaff(ctx, business.id),
      working: await listStaff(ctx, business.id, "working", null),
      waiting: await listWaiting(ctx, business.id),
    }));
    expect(seen).toEqual({
      counts: { working: 0, waiting: 0, left: 0 },
      working: { rows: [], nextAfter: null },
      waiting: [],
    });
    await expect(asViewer(manager, (ctx) => getManagedBusiness(ctx, business.id))).rejects.toThrow(
      NotFound,
    );
    await expect(asViewer(manager, (ctx) => getPerson(ctx, business.id, ada))).rejects.toThrow(
      NotFound,
    );
  }
});

test("the staff list is read 50 at a time, each person once", async () => {
  const borough = await mintBorough();
  const business = await mintBusiness(borough);
  await asOwner(
    [borough.code],
    (tx) => tx`
    INSERT INTO staff_members (borough_code, id, business_id, name, name_key, joined_on, confirmed_on)
    SELECT ${borough.code}, gen_random_uuid(), ${business.id}, 'Same Name', 'same name', '2026-01-05', '2026-01-06'
    FROM generate_series(1, 120)`,
  );
  const seen = new Set<string>();
  const sizes: number[] = [];
  let after: string | null = null;
  do {
    const from: string | null = after;
    const page: { rows: StaffRow[]; nextAfter: string | null } = await asViewer(
      business.manager,
      (ctx) => listStaff(ctx, business.id, "working", from),
    );
    for (const row of page.rows) seen.add(row.id);
    sizes.push(page.rows.length);
    after = page.nextAfter;
  } while (after);
  expect(sizes).toEqual([50, 50, 21]);
  expect(seen.size).toBe(121);
});

test("a measure counts confirmed people with a current certificate of its course, and says when they lapse", async () => {
  const { borough, business, ada, twin } = await scene();
  const pass = { courseSlug: "spot-the-signs", issuedOn: "2026-03-10", expiresOn: "2026-12-31" };
  await mintCertificate(borough, business, { ...pass, staffId: ada });
  await mintCertificate(borough, business, { ...pass, staffId: twin });
  const counts = await asViewer(business.manager, (ctx) => listMeasureCounts(ctx, business.id), {
    today,
  });
  expect(counts.find((row) => row.measure === "trained")).toMatchObject({
    share: 80,
    listed: 2,
    managers: 1,
    held: 1,
    managersHeld: 0,
    lapsing: 1,
    lapsesOn: "2026-12-31",
  });
  const later = await asViewer(business.manager, (ctx) => listMeasureCounts(ctx, business.id), {
    today: "2027-01-01",
  });
  expect(later.find((row) => row.measure === "trained")).toMatchObject({
    held: 0,
    lapsing: 0,
    lapsesOn: null,
  });
});

test("a pass shows its dates, the newest of each course, and nothing of the tries", async () => {
  const { borough, business, ada } = await scene();
  await mintCertificate(borough, business, {
    staffId: ada,
    courseSlug: "spot-the-signs",
    issuedOn: "2025-03-10",
    expiresOn: "2026-03-31",
  });
  await mintCertificate(borough, business, {
    staffId: ada,
    courseSlug: "spot-the-signs",
    issuedOn: "2026-03-10",
    expiresOn: "2027-03-31",
  });
  const { list, own } = await asViewer(business.manager, async (ctx) => ({
    list: await listStaff(ctx, business.id, "working", null),
    own: await listCoursesOf(ctx, business.id, ada),
  }));
  expect(list.rows.find((row) => row.id === ada)?.held).toEqual([
    {
      courseSlug: "spot-the-signs",
      issuedOn: "2026-03-10",
      evidence: null,
      expiresOn: "2027-03-31",
    },
  ]);
  expect(own.find((course) => course.courseSlug === "spot-the-signs")).toMatchObject({
    dueOn: null,
    expiresOn: "2027-03-31",
  });
});

test("neither the programme team nor the police read a name through these lists", async () => {
  const { borough, business } = await scene();
  for (const viewer of [borough.police, borough.programme]) {
    const read = asViewer(viewer, (ctx) => listStaff(ctx, business.id, "working", null));
    await expect(read).rejects.toMatchObject({ cause: { code: "42501" } });
  }
});
