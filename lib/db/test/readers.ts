import { randomUUID } from "node:crypto";
import { asOwner, type TestBorough } from "./borough";
import { listJobs } from "./mail";
import { mintBusiness, type TestBusiness } from "./staffed";

export interface TestReader {
  userId: string;
  email: string;
}

/** Gives an account to a user id that test data made up; answers with its address. */
async function giveAccount(borough: TestBorough, userId: string, who: string): Promise<string> {
  const email = `${who}.${borough.code.toLowerCase()}@example.org`;
  await asOwner(
    [borough.code],
    (tx) => tx`INSERT INTO users (id, email, name) VALUES (${userId}, ${email}, 'Test Reader')`,
  );
  return email;
}

/** An enrolled hotel called `name`, whose manager has an account and a membership. */
export async function mintManaged(
  borough: TestBorough,
  name: string,
  of?: TestReader,
): Promise<{ business: TestBusiness; reader: TestReader }> {
  const business = await mintBusiness(borough);
  const { id, manager } = business;
  const reader = of ?? { userId: manager.userId, email: "" };
  if (!of) reader.email = await giveAccount(borough, manager.userId, "manager");
  await asOwner([borough.code], async (tx) => {
    await tx`UPDATE businesses SET name = ${name} WHERE borough_code = ${borough.code} AND id = ${id}`;
    await tx`UPDATE staff_members SET user_id = ${reader.userId}
      WHERE borough_code = ${borough.code} AND business_id = ${id} AND is_manager`;
    await tx`INSERT INTO memberships (borough_code, id, user_id, role, business_id, staff_id)
      VALUES (${borough.code}, ${randomUUID()}, ${reader.userId}, 'business_manager', ${id}, ${manager.staffId ?? null})`;
  });
  return { business: { id, manager: { ...manager, userId: reader.userId } }, reader };
}

/** Somebody of the borough's team with an account. */
export async function mintOfficer(borough: TestBorough, who = "officer"): Promise<TestReader> {
  const userId = randomUUID();
  const email = await giveAccount(borough, userId, who);
  await asOwner(
    [borough.code],
    (tx) => tx`INSERT INTO memberships (borough_code, id, user_id, role)
      VALUES (${borough.code}, ${randomUUID()}, ${userId}, 'borough_officer')`,
  );
  return { userId, email };
}

/** Gives a member of staff an account of their own. */
export async function giveStaffAccount(borough: TestBorough, staffId: string): Promise<TestReader> {
  const userId = randomUUID();
  const email = await giveAccount(borough, userId, "learner");
  await asOwner(
    [borough.code],
    (tx) => tx`UPDATE staff_members SET user_id = ${userId}
      WHERE borough_code = ${borough.code} AND id = ${staffId}`,
  );
  return { userId, email };
}

/** The states of a borough's weekly e-mails, by the reader's id. */
export function listDigests(borough: TestBorough) {
  return asOwner([borough.code], async (tx) => [
    ...(await tx<{ id: string; userId: string; weekOn: string; state: string }[]>`
      SELECT id, user_id AS "userId", week_on::text AS "weekOn", state FROM weekly_digests
      WHERE borough_code = ${borough.code} ORDER BY week_on, state`),
  ]);
}

/** The jobs of the borough's weekly e-mails. */
export async function listDigestJobs(borough: TestBorough) {
  const jobs = await listJobs(borough.code);
  return jobs.filter((job) => job.name === "digest.send");
}
