import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { writeScope } from "@/lib/db/scope";
import { closeOwner, ownerClient } from "@/lib/db/test/borough";
import { mintUser, TEST_PASSWORD } from "@/lib/db/test/people";
import { RuleBroken } from "@/lib/errors";
import { authenticate } from "./authenticate";
import { choosePassword, findPasswordLink, requestPasswordReset } from "./password-links";
import { linkSecret } from "./secrets";
import { findSessionHolder, startSession } from "./session";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const NEW = "Seven-oaks-and-a-kite";

async function askedFor(user: { id: string; email: string }): Promise<string> {
  await requestPasswordReset(user.email, randomUUID());
  const [row] = await ownerClient()<{ id: string }[]>`
    SELECT id FROM password_links WHERE user_id = ${user.id} ORDER BY created_at DESC LIMIT 1`;
  return linkSecret("password", row?.id ?? "");
}

describe("a link to choose a password", () => {
  it("is made and mailed the same way for an address nobody has", async () => {
    const before =
      await ownerClient()`SELECT count(*)::int AS n FROM password_links WHERE user_id IS NULL`;
    expect(await requestPasswordReset(`${randomUUID()}@example.org`, randomUUID())).toBe(true);
    const after =
      await ownerClient()`SELECT count(*)::int AS n FROM password_links WHERE user_id IS NULL`;
    expect(after[0]?.n).toBe(before[0]?.n + 1);
  });

  it("survives 22 looks, works once among 100 at the same moment, and ends every session", async () => {
    const user = await mintUser();
    const old = await writeScope({ role: "portal_auth", boroughs: [] }, (tx) =>
      startSession(tx, { userId: user.id }),
    );
    const secret = await askedFor(user);
    const looks = await Promise.all(Array.from({ length: 22 }, () => findPasswordLink(secret)));
    expect(looks.every((reason) => reason === "reset")).toBe(true);
    const tries = await Promise.all(Array.from({ length: 100 }, () => choosePassword(secret, NEW)));
    const won = tries.filter((token) => token !== null);
    expect(won).toHaveLength(1);
    expect(await findSessionHolder(old)).toBeNull();
    expect(won[0] && (await findSessionHolder(won[0]))?.userId).toBe(user.id);
    expect((await authenticate(user.email, TEST_PASSWORD, randomUUID())).outcome).toBe("refused");
    expect((await authenticate(user.email, NEW, randomUUID())).outcome).toBe("signed_in");
    expect(await findPasswordLink(secret)).toBeNull();
  });

  it("uses up the person's other links too", async () => {
    const user = await mintUser();
    const [first, second] = [await askedFor(user), await askedFor(user)];
    expect(await choosePassword(second, NEW)).not.toBeNull();
    expect(await findPasswordLink(first)).toBeNull();
  });

  it("is not used up by a password many people use", async () => {
    const secret = await askedFor(await mintUser());
    await expect(choosePassword(secret, "password1")).rejects.toBeInstanceOf(RuleBroken);
    expect(await findPasswordLink(secret)).toBe("reset");
  });

  it("runs out after an hour", async () => {
    const user = await mintUser();
    const secret = await askedFor(user);
    await ownerClient()`UPDATE password_links SET expires_at = now() - interval '1 second' WHERE user_id = ${user.id}`;
    expect(await choosePassword(secret, NEW)).toBeNull();
  });

  it("is asked for three times in five minutes at most", async () => {
    const { email } = await mintUser();
    const asked = await Promise.all(
      Array.from({ length: 5 }, () => requestPasswordReset(email, randomUUID())),
    );
    expect(asked.filter(Boolean)).toHaveLength(3);
  });
});
