import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { RoleName } from "./accounts";
import { inDatabase } from "./database";

const APP = fileURLToPath(new URL("../../app", import.meta.url));

function addresses(files: RegExp): string[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((file) => files.test(file))
    .map((file) => `/${file.replace(files, "")}`.replace(/\/\([^)]+\)/g, "") || "/")
    .sort();
}

/** Every page and route of the portal, as its address: `/[borough]/businesses/[business]`. */
export const listRoutes = (): string[] => addresses(/(^|\/)(page\.tsx|route\.ts)$/);

/** What a person looks at: no route that answers with a file, or only takes a form. */
export const listPages = (): string[] => addresses(/(^|\/)page\.tsx$/);

/** Whose an area is; an address outside all of them is public. */
const AREAS: readonly [prefix: string, roles: readonly RoleName[]][] = [
  ["/[borough]", ["borough_admin", "borough_officer"]],
  ["/business/", ["business_manager"]],
  ["/learn", ["staff", "business_manager"]],
  ["/police", ["police_officer"]],
  ["/api/exports/police", ["police_officer"]],
  ["/api/exports/[borough]", ["borough_admin", "borough_officer"]],
  ["/programme", ["programme"]],
  ["/api/pictures/borough", ["borough_admin", "borough_officer"]],
  ["/api/pictures/business", ["business_manager"]],
  [
    "/places",
    [
      "programme",
      "borough_admin",
      "borough_officer",
      "police_officer",
      "business_manager",
      "staff",
    ],
  ],
];

export function rolesOf(route: string): readonly RoleName[] | "public" {
  return AREAS.find(([prefix]) => route.startsWith(prefix))?.[1] ?? "public";
}

/** The ids of one place, by the names of the folders they stand for. */
export type Ids = Record<string, string>;

/** Ids of one business and all that hangs on it, in a borough of the demonstration. */
export async function idsOf(borough: string, manager?: string): Promise<Ids> {
  return inDatabase([borough], async (tx) => {
    const [business] = manager
      ? await tx`SELECT m.business_id AS id FROM memberships m JOIN users u ON u.id = m.user_id
          WHERE u.email = ${manager} AND m.borough_code = ${borough} AND m.business_id IS NOT NULL`
      : await tx`SELECT b.id FROM businesses b JOIN training_records r ON r.business_id = b.id
          WHERE b.borough_code = ${borough} ORDER BY b.id LIMIT 1`;
    const id = business?.id as string;
    // Of somebody who is at work there: other journeys bring people who wait to be confirmed.
    const [record] = await tx`SELECT r.id, r.staff_id FROM training_records r
      JOIN staff_members s ON s.borough_code = r.borough_code AND s.id = r.staff_id
      WHERE r.business_id = ${id} AND s.confirmed_on IS NOT NULL AND s.left_on IS NULL ORDER BY r.id LIMIT 1`;
    const [certificate] =
      await tx`SELECT id FROM certificates WHERE business_id = ${id} ORDER BY id LIMIT 1`;
    const [assignment] =
      await tx`SELECT id FROM assignments WHERE business_id = ${id} ORDER BY id LIMIT 1`;
    const [rule] =
      await tx`SELECT id FROM assignment_rules WHERE borough_code = ${borough} ORDER BY id LIMIT 1`;
    const [equivalent] =
      await tx`SELECT id FROM equivalents WHERE borough_code = ${borough} ORDER BY id LIMIT 1`;
    const [invitation] =
      await tx`SELECT id FROM invitations WHERE borough_code = ${borough} AND channel = 'letter'
      AND accepted_at IS NULL ORDER BY id LIMIT 1`;
    const [shift] =
      await tx`SELECT id FROM night_shifts WHERE business_id = ${id} AND until_on IS NULL ORDER BY id LIMIT 1`;
    const [imported] =
      await tx`SELECT id FROM register_imports WHERE borough_code = ${borough} ORDER BY id LIMIT 1`;
    const [exported] =
      await tx`SELECT id FROM export_jobs WHERE borough_code = ${borough} ORDER BY id LIMIT 1`;
    const [report] =
      await tx`SELECT id FROM coverage_reports WHERE borough_code = ${borough} ORDER BY id LIMIT 1`;
    const [upload] =
      await tx`SELECT id FROM ward_uploads WHERE borough_code = ${borough} ORDER BY id LIMIT 1`;
    const [action] =
      await tx`SELECT id FROM borough_actions WHERE borough_code = ${borough} ORDER BY id LIMIT 1`;
    const [session] =
      await tx`SELECT id FROM group_sessions WHERE business_id = ${id} ORDER BY held_on LIMIT 1`;
    const [team] = await tx`SELECT id FROM businesses WHERE borough_code = ${borough}
      AND sector = 'council_team' ORDER BY id LIMIT 1`;
    const [visit] = await tx`SELECT id FROM visits WHERE borough_code = ${borough}
      ORDER BY business_id = ${id} DESC, state = 'planned' DESC, id LIMIT 1`;
    return {
      borough,
      business: id,
      staff: record?.staff_id,
      record: record?.id,
      certificate: certificate?.id,
      assignment: assignment?.id,
      // Where there is none, the address is still guarded.
      rule: rule?.id ?? id,
      equivalent: equivalent?.id ?? id,
      invitation: invitation?.id,
      importId: imported?.id,
      // Until somebody asked for an export: the id of something else.
      export: exported?.id ?? id,
      // A table of this name is there for the licensing team and for the police.
      table: "businesses",
      report: report?.id,
      upload: upload?.id,
      action: action?.id,
      team: team?.id,
      visit: visit?.id,
      // Where nobody declared one, the address is still guarded.
      shift: shift?.id ?? id,
      session: session?.id ?? id,
      course: "at-the-desk",
      lesson: "1",
      question: "1",
      scenario: "one-room-past-midnight",
      sector: "hotel",
      item: "safeguarding-lead",
      // The demonstration keeps no picture: any id will do where nobody may open the address.
      picture: id,
    };
  });
}

/** An address with its folders' names filled in; throws on a name nobody gave an id for. */
export function fill(route: string, ids: Ids): string {
  return route.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_all, name: string) => {
    const id = ids[name];
    if (!id)
      throw new Error(`${route}: nobody said what [${name}] is. Add it to e2e/support/routes.ts.`);
    return id;
  });
}
