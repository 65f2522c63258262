import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { verifyPassword } from "@/lib/auth/passwords";
import { hashSecret } from "@/lib/auth/secrets";
import { FOLLOW_UPS } from "@/lib/businesses/follow-up-kinds";
import { asViewer } from "@/lib/command";
import { countFollowUps, listUntrainedGroups } from "@/lib/coverage/dashboard-queries";
import { COUNTED } from "@/lib/coverage/model";
import { nextActions } from "@/lib/coverage/next-actions";
import { londonDate, monthEnd, monthStart } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { accountOf, staffAccount } from "./accounts";
import { seedDemonstration } from "./demonstration";
import { FAMILY_NAMES, GIVEN_NAMES } from "./names";
import { WARDS } from "./places";
import { PLANS } from "./plans";
import { demonstrationDatabase, type OwnDatabase } from "./test-database";
import { FIGURES_FROM_FACTS } from "./test-figures";

const WESTMINSTER = "E09000033";
const today = londonDate(new Date());
let database: OwnDatabase | undefined;
let owner: postgres.Sql | undefined;

/** Reads as the owner with every set-up borough in scope. */
function read<T extends object>(query: string, values: string[] = []): Promise<T[]> {
  if (!owner) throw new Error("The demonstration is not loaded.");
  return owner.begin(async (tx) => {
    await tx.unsafe(`SET LOCAL app.borough_codes = '${PLANS.map((plan) => plan.code).join(",")}'`);
    return tx.unsafe<T[]>(query, values);
  }) as Promise<T[]>;
}

beforeAll(async () => {
  database = await demonstrationDatabase();
  await seedDemonstration();
  owner = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
}, 400_000);

afterAll(async () => {
  await owner?.end({ timeout: 5 });
  await closeDatabase();
  await database?.drop();
});

type Place = { sector: string; ward: string };

/** Every figure by sector, ward and measure; what nobody counted is a zero. */
function allFigures(count: (sector: string, ward: string, measure: string) => number) {
  return ["hotel", "taxi", "licensed_premises", "council_team"].flatMap((sector) =>
    ["", ...WARDS].flatMap((ward) =>
      COUNTED.map((measure) => ({ sector, ward, measure, count: count(sector, ward, measure) })),
    ),
  );
}

describe("the demonstration's figures", () => {
  it.each([0, -1, -2, -3])(
    "equal a count over Westminster's facts, %i months from now",
    async (move) => {
      const counted = await read<Place & Record<string, number | string>>(FIGURES_FROM_FACTS, [
        WESTMINSTER,
        monthEnd(today, move),
      ]);
      const kept = await read<Place & { measure: string; count: number }>(
        `SELECT sector, ward, measure, sum(delta)::int AS count FROM coverage_cells
       WHERE borough_code = $1 AND month <= $2::date GROUP BY sector, ward, measure`,
        [WESTMINSTER, monthStart(today, move)],
      );
      const facts = allFigures((sector, ward, measure) =>
        Number(counted.find((row) => row.sector === sector && row.ward === ward)?.[measure] ?? 0),
      );
      const cells = allFigures(
        (sector, ward, measure) =>
          kept.find((row) => row.sector === sector && row.ward === ward && row.measure === measure)
            ?.count ?? 0,
      );
      expect(cells).toEqual(facts);
      expect(facts.filter((figure) => figure.count > 0).length).toBeGreaterThan(50);
    },
  );

  it("give Westminster's officer every kind of next action", async () => {
    const viewer = {
      role: "borough_officer" as const,
      userId: accountOf("borough_officer").id,
      name: "Officer",
      boroughCode: WESTMINSTER,
    };
    const [counts, groups] = await asViewer(viewer, (ctx) =>
      Promise.all([countFollowUps(ctx, WESTMINSTER), listUntrainedGroups(ctx, WESTMINSTER, 3)]),
    );
    const shown = nextActions(counts, groups, []).map((action) => action.id);
    for (const kind of FOLLOW_UPS) expect(shown, kind.label).toContain(kind.id);
    expect(groups[0]?.businesses).toBeGreaterThan(1);
  });

  it("show practices confirmed at 35 to 60% of businesses, and some waiting, given back and lapsed", async () => {
    const [row] = await read<Record<string, number>>(
      `WITH newest AS (
         SELECT DISTINCT ON (business_id, item_code) change, lapses_on FROM practice_changes
         WHERE borough_code = $1 ORDER BY business_id, item_code, from_on DESC, recorded_at DESC)
       SELECT count(*) FILTER (WHERE change = 'returned')::int AS returned,
         count(*) FILTER (WHERE change = 'declared_not_yet')::int AS not_yet,
         count(*) FILTER (WHERE change = 'declared_in_place' AND lapses_on >= $2::date)::int AS waiting,
         count(*) FILTER (WHERE change = 'confirmed' AND lapses_on < $2::date)::int AS lapsed,
         (SELECT 100 * sum(delta) FILTER (WHERE measure = 'practices') / sum(delta) FILTER (WHERE measure = 'in_scope')
          FROM coverage_cells WHERE borough_code = $1 AND month <= $2::date)::int AS share
       FROM newest`,
      [WESTMINSTER, today],
    );
    for (const kind of ["returned", "not_yet", "waiting", "lapsed"]) {
      expect(row?.[kind], kind).toBeGreaterThan(3);
    }
    expect(row?.share).toBeGreaterThanOrEqual(35);
    expect(row?.share).toBeLessThanOrEqual(60);
  });

  it("show something lapsed and something revoked", async () => {
    const [row] = await read<{ lapsed: number; revoked: number }>(
      `SELECT count(*) FILTER (WHERE expires_on < $1::date)::int AS lapsed,
         count(revoked_on)::int AS revoked FROM certificates WHERE borough_code = $2`,
      [today, WESTMINSTER],
    );
    expect(row?.lapsed).toBeGreaterThan(0);
    expect(row?.revoked).toBe(1);
  });

  it("show visits made, planned for today and overdue, and actions open and late", async () => {
    const [row] = await read<Record<string, number>>(
      `SELECT count(*) FILTER (WHERE state = 'done')::int AS done,
         count(*) FILTER (WHERE state = 'planned' AND planned_on = $1::date AND assigned_to = $3::uuid)::int AS today,
         count(*) FILTER (WHERE state = 'planned' AND planned_on < $1::date)::int AS overdue,
         (SELECT count(*) FROM visit_actions a WHERE a.borough_code = $2 AND a.done_on IS NULL
           AND a.due_on < $1::date)::int AS late
       FROM visits WHERE borough_code = $2`,
      [today, WESTMINSTER, accountOf("borough_officer").id],
    );
    for (const [name, count] of Object.entries(row ?? {})) expect(count, name).toBeGreaterThan(0);
    expect(Object.keys(row ?? {})).toHaveLength(4);
  });
});

describe("the demonstration's premises", () => {
  it("have night shifts covered and not, and leads of whom some are no longer trained", async () => {
    const [row] = await read<Record<string, number>>(
      `SELECT count(*) FILTER (WHERE b.opens_late)::int AS late,
         count(*) FILTER (WHERE b.opens_late AND b.stage = 'enrolled' AND cover.business_id IS NULL)::int AS uncovered,
         count(cover.business_id)::int AS covered, count(lead.business_id)::int AS led,
         count(DISTINCT named.business_id)::int AS named
       FROM businesses b
       LEFT JOIN standing_periods cover ON cover.business_id = b.id AND cover.measure = 'night_cover'
         AND cover.met_from <= $1::date AND (cover.met_until IS NULL OR cover.met_until > $1::date)
       LEFT JOIN standing_periods lead ON lead.business_id = b.id AND lead.measure = 'safeguarding_lead'
         AND lead.met_from <= $1::date AND (lead.met_until IS NULL OR lead.met_until > $1::date)
       LEFT JOIN (SELECT DISTINCT business_id FROM safeguarding_leads) named ON named.business_id = b.id
       WHERE b.borough_code = $2`,
      [monthStart(today), WESTMINSTER],
    );
    expect(row?.covered).toBeGreaterThan(5);
    expect(row?.uncovered).toBeGreaterThan(5);
    expect(row?.led).toBeGreaterThan(20);
    expect(row?.named).toBeGreaterThan(row?.led ?? 0);
  });
});

describe("the demonstration", () => {
  it("is refused where it was not asked for", async () => {
    vi.resetModules();
    vi.stubEnv("PORTAL_DEMONSTRATION", "0");
    const elsewhere = await import("./demonstration");
    await expect(elsewhere.seedDemonstration()).rejects.toThrow("PORTAL_DEMONSTRATION=1");
    vi.unstubAllEnvs();
  });

  it("does nothing where it is loaded already", async () => {
    expect(await seedDemonstration()).toBe(false);
  });

  it("holds no real e-mail address, and no manager's name outside its own list", async () => {
    const addresses = await read<{ email: string }>(
      `SELECT email FROM users UNION ALL SELECT contact_email FROM businesses WHERE contact_email IS NOT NULL
       UNION ALL SELECT email FROM invitations WHERE email IS NOT NULL`,
    );
    expect(addresses.filter(({ email }) => !email.endsWith("@example.org"))).toEqual([]);
    const people = await read<{ name: string }>("SELECT DISTINCT name FROM staff_members");
    const known = people.filter(({ name }) => {
      const [given = "", ...family] = name.split(" ");
      return GIVEN_NAMES.includes(given) && FAMILY_NAMES.includes(family.join(" "));
    });
    expect(known).toHaveLength(people.length);
  });

  it("names no person in what police may read of a place", async () => {
    const texts = await read<{ text: string }>(
      `SELECT concat_ws(' ', name, address, ward, postcode) AS text FROM businesses
       UNION ALL SELECT name FROM boroughs UNION ALL SELECT name FROM police_areas`,
    );
    const names = new Set([...GIVEN_NAMES, ...FAMILY_NAMES]);
    expect(
      texts.filter(({ text }) => text.split(/[^\p{L}]+/u).some((word) => names.has(word))),
    ).toEqual([]);
  });

  it("lets its staff member in by link and PIN, and each account by its password", async () => {
    const [state] = await read<{ value: string }>(
      "SELECT value FROM schema_state WHERE name = 'demonstration_staff_path'",
    );
    const code = state?.value.split("/").at(-1) ?? "";
    const [staff] = await read<{ pin_hash: string }>(
      `SELECT p.pin_hash FROM staff_pins p JOIN staff_members s ON s.borough_code = p.borough_code AND s.id = p.staff_id
       JOIN businesses b ON b.borough_code = s.borough_code AND b.id = s.business_id
       WHERE b.join_code_hash = $1 AND s.name = $2`,
      [hashSecret(code), staffAccount().name],
    );
    expect(await verifyPassword(staff?.pin_hash ?? null, staffAccount().pin)).toBe(true);
    const { email, password } = accountOf("police_officer");
    const [user] = await read<{ password_hash: string }>(
      "SELECT password_hash FROM users WHERE email = $1",
      [email],
    );
    expect(await verifyPassword(user?.password_hash ?? null, password)).toBe(true);
  });
});
