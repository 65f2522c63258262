import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const KEY = "ours-11111111-2222-4333-8444-555555555555-66666666-7777-4888-8999-000000000000";
const TEMPLATE = "99999999-2222-4333-8444-555555555555";

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", "postgres://portal_login@localhost/portal");
  vi.stubEnv("PORTAL_SECRET", "a secret of more than thirty-two letters");
});
afterEach(() => vi.unstubAllEnvs());

async function read(given: Record<string, string>) {
  for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
  const { env } = await import("./env");
  return env();
}

describe("the key of GOV.UK Notify", () => {
  it("is taken with its template", async () => {
    const { NOTIFY_URL } = await read({ NOTIFY_API_KEY: KEY, NOTIFY_TEMPLATE_EMAIL: TEMPLATE });
    expect(NOTIFY_URL).toBe("https://api.notifications.service.gov.uk");
  });

  it.each([
    ["without the template of letters", { NOTIFY_API_KEY: KEY }],
    ["in another shape", { NOTIFY_API_KEY: "secret", NOTIFY_TEMPLATE_EMAIL: TEMPLATE }],
    ["with a template that is no id", { NOTIFY_API_KEY: KEY, NOTIFY_TEMPLATE_EMAIL: "letters" }],
  ])("stops the start %s, and the sentence does not repeat it", async (_, given) => {
    const error = await read(given).then(
      () => "",
      (thrown: Error) => thrown.message,
    );
    expect(error).toContain("The portal cannot start. Check these environment names. NOTIFY_");
    expect(error).not.toContain(KEY);
    expect(error).not.toContain("secret");
  });
});
