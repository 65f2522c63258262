import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { writeScope } from "@/lib/db/scope";
import { closeOwner, mintBorough, ownerClient } from "@/lib/db/test/borough";
import { mintUser, TEST_PASSWORD } from "@/lib/db/test/people";
import { authenticate } from "./authenticate";
import { endSession, findSessionHolder, type SessionToken, startSession } from "./session";
import { signOutEverywhere } from "./sign-out";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const AUTH = { role: "portal_auth", boroughs: [] } as const;
const start = (userId: string) => writeScope(AUTH, (tx) => startSession(tx, { userId }));
const source = () => `test ${randomUUID()}`;

describe("authenticate", () => {
  it("signs in with the right password, however the address is capitalised", async () => {
    const user = await mintUser();
    const result = await authenticate(` ${user.email.toUpperCase()} `, TEST_PASSWORD, source());
    expect(result.outcome).toBe("signed_in");
  });

  it("answers a wrong password and an unknown address alike", async () => {
    const user = await mintUser();
    const wrong = await authenticate(user.email, "not it", source());
    const unknown = await authenticate(`${randomUUID()}@example.org`, "not it", source());
    expect(wrong).toEqual({ outcome: "refused" });
    expect(unknown).toEqual(wrong);
  });

  it("refuses a disabled account", async () => {
    const user = await mintUser();
    await ownerClient()`UPDATE users SET disabled_at = now() WHERE id = ${user.id}`;
    expect((await authenticate(user.email, TEST_PASSWORD, source())).outcome).toBe("refused");
  });

  it("hashes at most ten tries of an account in five minutes, from however many sources", async () => {
    const user = await mintUser();
    const results = await Promise.all(
      Array.from({ length: 30 }, () => authenticate(user.email, "not it", source())),
    );
    expect(results.filter((r) => r.outcome === "refused")).toHaveLength(10);
    expect(results.filter((r) => r.outcome === "throttled")).toHaveLength(20);
    expect((await authenticate(user.email, TEST_PASSWORD, source())).outcome).toBe("throttled");
  });

  it("locks nobody out for good: after the five minutes the right password works", async () => {
    const user = await mintUser();
    await Promise.all(Array.from({ length: 11 }, () => authenticate(user.email, "x", source())));
    await ownerClient()`UPDATE throttles SET window_ends_at = now() - interval '1 second'`;
    expect((await authenticate(user.email, TEST_PASSWORD, source())).outcome).toBe("signed_in");
  });
});

describe("a session", () => {
  const alive = async (token: SessionToken) => (await findSessionHolder(token)) !== null;

  it("ends at once when its holder signs out, and leaves the others", async () => {
    const user = await mintUser();
    const [desk, phone] = [await start(user.id), await start(user.id)];
    await endSession(desk);
    expect([await alive(desk), await alive(phone)]).toEqual([false, true]);
  });

  it("ends everywhere at once", async () => {
    const user = await mintUser();
    const tokens = [await start(user.id), await start(user.id), await start(user.id)];
    await signOutEverywhere(tokens[0] ?? { sid: "", userId: user.id });
    expect(await Promise.all(tokens.map(alive))).toEqual([false, false, false]);
  });

  it("cannot end the others once it is dead itself", async () => {
    const user = await mintUser();
    const [old, phone] = [await start(user.id), await start(user.id)];
    await endSession(old);
    await signOutEverywhere(old);
    expect(await alive(phone)).toBe(true);
  });

  it("is refused when its user was disabled, idled out or changed role", async () => {
    const borough = await mintBorough();
    const user = await mintUser();
    const token = await start(user.id);
    await ownerClient().begin(async (tx) => {
      await tx.unsafe(`SET LOCAL app.borough_codes = '${borough.code}'`);
      await tx`INSERT INTO memberships (borough_code, id, user_id, role)
        VALUES (${borough.code}, ${randomUUID()}, ${user.id}, 'borough_officer')`;
    });
    expect((await findSessionHolder(token))?.memberships).toHaveLength(1);
    await ownerClient().begin(async (tx) => {
      await tx.unsafe(`SET LOCAL app.borough_codes = '${borough.code}'`);
      await tx`UPDATE memberships SET ended_at = now() WHERE user_id = ${user.id}`;
    });
    expect((await findSessionHolder(token))?.memberships).toEqual([]);
    await ownerClient()`UPDATE sessions SET last_used_at = now() - interval '9 hours' WHERE user_id = ${user.id}`;
    expect(await alive(token)).toBe(false);
    const second = await start(user.id);
    await ownerClient()`UPDATE users SET disabled_at = now() WHERE id = ${user.id}`;
    expect(await alive(second)).toBe(false);
  });

  it("of another user's id, or of a made-up one, is nobody's", async () => {
    const [one, other] = [await mintUser(), await mintUser()];
    const token = await start(one.id);
    expect(await alive({ sid: token.sid, userId: other.id })).toBe(false);
    expect(await alive({ sid: "made up", userId: one.id })).toBe(false);
  });
});
