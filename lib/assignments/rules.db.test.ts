import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editBusiness } from "@/lib/businesses/commands";
import { enrolOnPaper } from "@/lib/businesses/stage-commands";
import { asViewer, runCommand } from "@/lib/command";
import { addDays, londonDate } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { writeScope } from "@/lib/db/scope";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { addPremises, enrolPremises, managerOf, newestAudit } from "@/lib/db/test/premises";
import { Conflict, Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { endAssignment } from "./commands";
import { listBusinessAssignments } from "./queries";
import { addRule, endRule } from "./rule-commands";
import { listRules, previewRule } from "./rule-queries";
import { ruleInput } from "./rule-schema";

const today = londonDate(new Date());
const TERMS = { courseSlug: "reporting", audience: "all_staff", days: "42" };

let borough: TestBorough;
const here = () => ({ boroughCode: borough.code });

const preview = (terms: Record<string, unknown>) =>
  asViewer(borough.officer, (ctx) => previewRule(ctx, ruleInput.parse({ ...TERMS, ...terms })));

async function add(terms: Record<string, unknown>, previewed?: number) {
  return runCommand(
    addRule,
    borough.officer,
    { ...TERMS, ...terms, previewed: previewed ?? (await preview(terms)).now },
    here(),
  );
}

const askedOf = (businessId: string) =>
  asViewer(borough.officer, (ctx) => listBusinessAssignments(ctx, businessId));
const coursesOf = async (businessId: string) =>
  (await askedOf(businessId)).map((row) => row.courseSlug).sort();

/** An enrolled place that is described as given. */
async function place(name: string, described: Record<string, unknown> = {}) {
  const id = await addPremises(borough, name);
  await edit(id, name, described);
  await enrolPremises(borough, id, 4);
  return id;
}

const edit = (businessId: string, name: string, described: Record<string, unknown> = {}) =>
  runCommand(
    editBusiness,
    borough.officer,
    {
      ...{ businessId, name, address: "1 Larkspur Row", postcode: "W1A 1AA" },
      ...{ sector: "hotel", opensLate: "no", ...described },
    },
    here(),
  );

beforeAll(async () => {
  borough = await mintBorough();
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

describe("a rule", () => {
  it("previews and then asks exactly the enrolled businesses of its kind", async () => {
    const late = await place("The Late Lantern", { opensLate: "yes" });
    const early = await place("The Early Lantern");
    const unknown = await place("The Dim Lantern", { opensLate: "unknown" });
    const waiting = await addPremises(borough, "The Next Lantern");
    await edit(waiting, "The Next Lantern", { opensLate: "yes" });
    const terms = { sector: "hotel", lateOnly: "yes" };
    expect(await preview(terms)).toMatchObject({
      now: 1,
      first: [{ id: late, name: "The Late Lantern" }],
      later: 1,
      unknown: 1,
      already: 0,
    });
    expect(await add(terms)).toMatchObject({ businesses: 1 });
    expect(await askedOf(late)).toMatchObject([
      { courseSlug: "reporting", dueOn: addDays(today, 42), audience: "all_staff" },
    ]);
    for (const id of [early, unknown, waiting]) expect(await coursesOf(id)).toEqual([]);
    expect(await newestAudit(borough.code)).toMatchObject({
      action: "assignment_rule.add",
      details: { course: "reporting", businesses: 1, days: 42 },
    });

    await runCommand(enrolOnPaper, borough.officer, { businessId: waiting, agreed: "yes" }, here());
    await edit(unknown, "The Dim Lantern", { opensLate: "yes" });
    for (const id of [waiting, unknown]) expect(await coursesOf(id)).toEqual(["reporting"]);
    expect(await coursesOf(early)).toEqual([]);
    expect(await asViewer(borough.officer, listRules)).toMatchObject([
      { sector: "hotel", lateOnly: true, asked: 3, met: 0, overdue: 0, endedOn: null },
    ]);
  });

  it("goes by the licence, and takes its months and share along", async () => {
    const club = await place("The Rowing Club", { licenceType: "club_certificate" });
    const bar = await place("The Rowing Bar", { licenceType: "premises_alcohol" });
    const terms = { licenceType: "club_certificate", monthsValid: "6", share: "90" };
    await add({ ...terms, courseSlug: "at-the-desk" });
    expect(await askedOf(club)).toMatchObject([{ courseSlug: "at-the-desk", share: 90 }]);
    expect(await coursesOf(bar)).toEqual([]);
    const [row] = await writeScope({ role: "portal_borough", boroughs: [borough.code] }, (tx) =>
      tx.execute(sql`SELECT months_valid FROM assignments WHERE business_id = ${club}`),
    );
    expect(row).toEqual({ months_valid: 6 });
  });

  it("leaves alone what is asked already, and what an officer has ended", async () => {
    const terms = { courseSlug: "in-the-car", licenceType: "none" };
    const garage = await place("The Mews Garage", { licenceType: "none" });
    await add(terms);
    const [asked] = await askedOf(garage);
    await add({ ...terms, days: "7" });
    expect(await askedOf(garage)).toEqual([asked]);
    await runCommand(endAssignment, borough.officer, { assignmentId: asked?.id }, here());
    await edit(garage, "The Mews Garage", { licenceType: "none", opensLate: "yes" });
    expect((await coursesOf(garage)).filter((slug) => slug === "in-the-car")).toEqual([]);
    expect(await preview(terms)).toMatchObject({ now: 0, already: 1 });
  });

  it("asks nobody further once it has ended", async () => {
    const kind = { licenceType: "private_hire_operator" };
    const { ruleId } = await add({ ...kind, courseSlug: "at-the-door" });
    const before = await place("The First Base", kind);
    expect(await coursesOf(before)).toContain("at-the-door");
    await runCommand(endRule, borough.officer, { ruleId }, here());
    const after = await place("The Second Base", kind);
    expect(await coursesOf(before)).toContain("at-the-door");
    expect(await coursesOf(after)).not.toContain("at-the-door");
    await expect(runCommand(endRule, borough.officer, { ruleId }, here())).rejects.toThrow(
      NotFound,
    );
  });
});

describe("is refused", () => {
  it("when it would ask another number than its preview said, and nothing is written", async () => {
    const terms = { courseSlug: "council-staff", audience: "managers" };
    const { now } = await preview(terms);
    expect(now).toBeGreaterThan(0);
    const before = await asViewer(borough.officer, listRules);
    await expect(add(terms, now + 1)).rejects.toThrow(Conflict);
    expect(await asViewer(borough.officer, listRules)).toEqual(before);
    expect(await preview(terms)).toMatchObject({ now });
  });

  it.each([
    ["courseSlug", { courseSlug: "no-such-course" }],
    ["courseSlug", { courseSlug: "" }],
    ["sector", { sector: "council_team" }],
    ["sector", { sector: "no-such-sector" }],
    ["licenceType", { licenceType: "driving" }],
    ["audience", { courseSlug: "safe-premises" }],
    ["days", { days: "3" }],
    ["days", { days: "soon" }],
    ["share", { share: "101" }],
    ["monthsValid", { monthsValid: "1.5" }],
  ])("for its %s: %o", async (field, terms) => {
    await expect(add(terms, 0)).rejects.toMatchObject({ name: RuleBroken.name, field });
  });

  it("from a manager, and from another borough", async () => {
    const mine = await place("The Last Lantern");
    const other = await mintBorough();
    const raw = { ...TERMS, previewed: 0 };
    await expect(runCommand(addRule, managerOf(borough, mine), raw, here())).rejects.toThrow(
      Forbidden,
    );
    await expect(runCommand(addRule, other.officer, raw, here())).rejects.toThrow(Forbidden);
    const [rule] = await asViewer(borough.officer, listRules);
    await expect(
      runCommand(endRule, other.officer, { ruleId: rule?.id }, { boroughCode: other.code }),
    ).rejects.toThrow(NotFound);
  });
});

describe("the wall", () => {
  it("lets a manager's order be asked by a rule, and by nothing else", async () => {
    const mine = await place("The Walled Lantern");
    const scope = { role: "portal_business" as const, boroughs: [borough.code], businessId: mine };
    const insert = (ruleId: string | null, businessId: string) =>
      writeScope(scope, (tx) =>
        tx.execute(sql`
          INSERT INTO assignments (borough_code, id, business_id, course_slug, due_on, rule_id)
          VALUES (${borough.code}, ${randomUUID()}, ${businessId}, 'council-staff', ${today}, ${ruleId})`),
      );
    const foreign = await addPremises(borough, "The Other Lantern");
    const [rule] = await asOwner(
      [borough.code],
      (tx) => tx<{ id: string }[]>`
        SELECT id FROM assignment_rules WHERE borough_code = ${borough.code} LIMIT 1`,
    );
    await expect(insert(null, mine)).rejects.toThrow();
    const ruleId = rule?.id ?? null;
    await expect(insert(ruleId, foreign)).rejects.toThrow();
    await insert(ruleId, mine);
    expect(await coursesOf(mine)).toContain("council-staff");
  });
});
