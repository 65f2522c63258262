import type { policeMemberships, programmeMemberships, users } from "@/lib/db/schema/auth";
import accounts from "./accounts.json" with { type: "json" };
import type { Facts } from "./facts";
import { moment, seededRandom } from "./random";
import type { Scene } from "./scene";

export type AccountRole =
  | "programme"
  | "borough_admin"
  | "borough_officer"
  | "police_officer"
  | "business_manager";

export interface Account {
  id: string;
  role: AccountRole;
  name: string;
  email: string;
  password: string;
}

/** The demonstration's account of this role, as accounts.json tells the reader. */
export function accountOf(role: AccountRole): Account {
  const found = accounts.find((account) => account.role === role);
  if (!found?.email || !found.password) throw new Error(`accounts.json has no ${role}.`);
  const { name, email, password } = found;
  return { id: seededRandom(`account ${role}`).uuid(), role, name, email, password };
}

/** The member of staff who signs in with a typed name and six digits. */
export function staffAccount(): { name: string; pin: string } {
  const found = accounts.find((account) => account.role === "staff");
  if (!found?.pin) throw new Error("accounts.json has no staff member.");
  return { name: found.name, pin: found.pin };
}

/** Boroughs the demonstration's one officer serves: their sign-in shows the switcher. */
const OFFICER_SERVES = ["E09000033", "E09000020", "E09000013"];
const ADMIN_SERVES = ["E09000033"];

/** The officer whose name the borough's history bears: the account's, or an unopened one. */
export function officerIdOf(boroughCode: string): string {
  if (OFFICER_SERVES.includes(boroughCode)) return accountOf("borough_officer").id;
  return seededRandom(`officer ${boroughCode}`).uuid();
}

/** Who works for this borough. */
export function addTeam(scene: Scene): void {
  const { plan, calendar, facts } = scene;
  if (!OFFICER_SERVES.includes(plan.code)) {
    facts.users.push({
      id: scene.officerId,
      email: `officer.${plan.slug}@example.org`,
      name: `Licensing officer, ${scene.boroughName}`,
      passwordHash: null,
      demonstration: true,
      disabledAt: null,
      createdAt: moment(calendar.start, -60),
    });
  }
  join(scene, scene.officerId, "borough_officer");
  if (ADMIN_SERVES.includes(plan.code)) join(scene, accountOf("borough_admin").id, "borough_admin");
}

function join(
  { plan, calendar, facts, random }: Scene,
  userId: string,
  role: "borough_admin" | "borough_officer",
) {
  facts.memberships.push({
    boroughCode: plan.code,
    id: random.uuid(),
    userId,
    role,
    businessId: null,
    staffId: null,
    createdAt: moment(calendar.start, -50),
    endedAt: null,
  });
}

/** The accounts of accounts.json, which belong to no one borough. */
export interface SharedAccounts {
  users: (typeof users.$inferInsert)[];
  policeMemberships: (typeof policeMemberships.$inferInsert)[];
  programmeMemberships: (typeof programmeMemberships.$inferInsert)[];
}

/** Every account a reader may sign in with; `passwordHashes` by password. */
export function sharedAccounts(
  passwordHashes: ReadonlyMap<string, string>,
  createdAt: Date,
): SharedAccounts {
  const roles: AccountRole[] = [
    "programme",
    "borough_admin",
    "borough_officer",
    "police_officer",
    "business_manager",
  ];
  const people: Facts["users"] = roles.map(accountOf).map(({ id, name, email, password }) => ({
    id,
    email,
    name,
    passwordHash: passwordHashes.get(password) ?? null,
    demonstration: true,
    disabledAt: null,
    createdAt,
  }));
  const member = { createdAt, endedAt: null };
  return {
    users: people,
    policeMemberships: [
      { userId: accountOf("police_officer").id, policeAreaCode: "AW", ...member },
    ],
    programmeMemberships: [{ userId: accountOf("programme").id, ...member }],
  };
}
