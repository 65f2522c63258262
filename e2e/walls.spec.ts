import { accountOf, ROLE_NAMES, type RoleName } from "./support/accounts";
import { inDatabase } from "./support/database";
import { fill, type Ids, idsOf, listRoutes, rolesOf } from "./support/routes";
import { expect, test } from "./support/test";

const WESTMINSTER = "E09000033";
const HAMMERSMITH = "E09000013";
const CAMDEN = "E09000007";

/** A place that is not theirs: the officer serves Hammersmith and Fulham, and it is in the police area. */
const foreignTo = (role: RoleName) =>
  role === "borough_officer" || role === "police_officer" ? CAMDEN : HAMMERSMITH;

const routes = listRoutes().filter((route) => rolesOf(route) !== "public");
const pages = routes.filter((route) => !route.startsWith("/api/uploads"));

let own: Ids;
const elsewhere = new Map<string, { ids: Ids; names: string[] }>();

test.beforeAll(async () => {
  own = await idsOf(WESTMINSTER, accountOf("business_manager").email);
  for (const borough of [HAMMERSMITH, CAMDEN]) {
    const names = await inDatabase([borough], async (tx) => {
      const rows = await tx`SELECT name FROM businesses WHERE borough_code = ${borough}
        UNION SELECT name FROM staff_members WHERE borough_code = ${borough}`;
      return rows.map((row) => row.name as string);
    });
    const ids = await idsOf(borough);
    // Nobody imported a register in Camden: Hammersmith's import is no more Camden's than theirs.
    ids.importId ??= elsewhere.get(HAMMERSMITH)?.ids.importId ?? "";
    elsewhere.set(borough, { ids, names });
  }
});

/** Answers an address as a role, without following where it leads. */
type Fetch = (
  role: RoleName | null,
  address: string,
) => Promise<{ status: number; body: string; location: string }>;

test.describe("every address", () => {
  const makeFetch =
    (
      stateOf: (role: RoleName) => Promise<{ cookies: { name: string; value: string }[] }>,
      base: string,
    ): Fetch =>
    async (role, address) => {
      const cookies = role ? (await stateOf(role)).cookies : [];
      const response = await fetch(new URL(address, base), {
        redirect: "manual",
        headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") },
      });
      return {
        status: response.status,
        body: await response.text(),
        location: response.headers.get("location") ?? "",
      };
    };

  test("is known to this test, so that a new one cannot be forgotten", () => {
    expect(routes.length).toBeGreaterThan(35);
    for (const route of routes) expect(() => fill(route, own)).not.toThrow();
  });

  test("opens to nobody without a session, nor with a worthless cookie", async ({ baseURL }) => {
    for (const route of pages) {
      for (const cookie of ["", "next-auth.session-token=worthless"]) {
        const response = await fetch(new URL(fill(route, own), baseURL), {
          redirect: "manual",
          headers: { cookie },
        });
        const where = response.headers.get("location") ?? "";
        expect(`${response.status} ${where}`, `${route} with "${cookie}"`).toMatch(
          /^30[37] .*\/sign-in/,
        );
      }
    }
  });

  for (const role of ROLE_NAMES) {
    test(`that is not for ${role} is "not found" to them`, async ({ stateOf, baseURL }) => {
      const ask = makeFetch(stateOf, baseURL ?? "");
      for (const route of pages) {
        if (rolesOf(route).includes(role)) continue;
        const { status } = await ask(role, fill(route, own));
        expect(status, `${role} at ${route}`).toBe(404);
      }
    });

    test(`of another borough is "not found" to ${role}, and shows nothing of it`, async ({
      stateOf,
      baseURL,
    }) => {
      const ask = makeFetch(stateOf, baseURL ?? "");
      const { ids: foreign = {}, names = [] } = elsewhere.get(foreignTo(role)) ?? {};
      expect(names.length).toBeGreaterThan(10);
      for (const route of pages) {
        if (!route.includes("[business]") && !route.includes("[borough]")) continue;
        if (route.startsWith("/programme")) continue;
        for (const ids of [
          foreign,
          { ...foreign, borough: own.borough ?? "" },
          { ...own, ...foreignInside(foreign) },
        ]) {
          if (JSON.stringify(fill(route, ids)) === JSON.stringify(fill(route, own))) continue;
          const { status, body } = await ask(role, fill(route, ids));
          expect(status, `${role} at ${fill(route, ids)}`).toBe(404);
          const shown = names.filter((name) => body.includes(name));
          expect(shown, `${role} at ${fill(route, ids)}`).toEqual([]);
        }
      }
    });
  }
});

/** Everything of the foreign place but its borough and business: ids guessed inside one's own. */
function foreignInside(ids: Ids): Ids {
  const { record, certificate, assignment, invitation, importId, staff, shift } = ids;
  const inside = { record, certificate, assignment, invitation, importId, staff, shift };
  return Object.fromEntries(Object.entries(inside).filter(([, id]) => id)) as Ids;
}
