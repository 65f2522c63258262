import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { givenDatabase, givenEnvironment } from "./lib/database.mjs";
import { checkNode } from "./lib/install.mjs";
import { explainPort, freePort, isFree } from "./lib/ports.mjs";
import { fingerprint } from "./lib/sources.mjs";
import { Stack } from "./lib/stack.mjs";

describe("Node's version", () => {
  it.each(["20.19.0", "20.20.2", "22.1.0", "24.0.0"])("takes %s", (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });
  it.each(["18.20.0", "20.18.9"])("refuses %s in one sentence", (version) => {
    expect(() => checkNode(version)).toThrow(/^This needs Node 20\.19 or later; here is [\d.]+\.$/);
  });
});

describe("the database of the environment", () => {
  const with_ = (env, run) => {
    const before = { ...process.env };
    for (const name of ["DATABASE_URL", "DATABASE_OWNER_URL", "PORTAL_SECRET"]) {
      delete process.env[name];
    }
    Object.assign(process.env, env);
    try {
      return run();
    } finally {
      process.env = before;
    }
  };
  const secret = "x".repeat(32);

  it("is the embedded one when none is given", () => {
    expect(with_({}, givenDatabase)).toBeUndefined();
  });
  it("never becomes a demonstration", () => {
    const given = with_({ DATABASE_URL: "postgres://a@b/c", PORTAL_SECRET: secret }, givenDatabase);
    expect(givenEnvironment(given)).toMatchObject({
      PORTAL_DEMONSTRATION: "0",
      MAILBOX_DIR: undefined,
    });
  });
  it("needs a secret that outlives the start", () => {
    expect(() => with_({ DATABASE_URL: "postgres://a@b/c" }, givenDatabase)).toThrow(
      /PORTAL_SECRET/,
    );
  });
  it("is not an owner's address alone", () => {
    expect(() => with_({ DATABASE_OWNER_URL: "postgres://a@b/c" }, givenDatabase)).toThrow(
      /without DATABASE_URL/,
    );
  });
});

describe("a port", () => {
  it("is not free while somebody listens on it", async () => {
    const port = await freePort();
    const server = createServer().listen(port, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    expect(await isFree(port)).toBe(false);
    expect(await explainPort(port, "127.0.0.1")).toMatch(
      new RegExp(`^Port ${port} is in use by another program: .* PORT=${port + 1} npm start$`),
    );
    await new Promise((resolve) => server.close(resolve));
    expect(await isFree(port)).toBe(true);
    expect(await explainPort(port, "127.0.0.1")).toBeUndefined();
  });
  it("is not called taken when the address is not this machine's", async () => {
    expect(await explainPort(await freePort(), "192.0.2.1")).toMatch(/^HOST is "192\.0\.2\.1"/);
  });
});

describe("what was started", () => {
  it("is stopped last to first, a failing stop included", async () => {
    const stopped = [];
    const stack = new Stack();
    stack.add(async () => stopped.push("database"));
    stack.add(async () => {
      throw new Error("already gone");
    });
    stack.add(async () => stopped.push("web"));
    await stack.stopAll();
    expect(stopped).toEqual(["web", "database"]);
  });
});

describe("the fingerprint of the source", () => {
  it("is the same for the same files and another for others", () => {
    expect(fingerprint(["package.json"])).toBe(fingerprint(["package.json"]));
    expect(fingerprint(["package.json"])).not.toBe(fingerprint(["tsconfig.json"]));
  });
  it("passes over tests and what is not there", () => {
    expect(fingerprint(["bin/start.test.mjs", "nothing-here"])).toBe(fingerprint([]));
  });
});
