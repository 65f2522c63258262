import { describe, expect, it } from "vitest";
import { errorFacts } from "./request-errors";

class DrizzleQueryError extends Error {
  override name = "DrizzleQueryError";
}

describe("errorFacts", () => {
  it("keeps the kind and the code of a failed query, and none of its words", () => {
    const cause = Object.assign(new Error("duplicate key (ana@example.org)"), { code: "23505" });
    const error = new DrizzleQueryError("Failed query: insert\nparams: ana@example.org", { cause });
    const facts = errorFacts(error);
    expect(facts).toMatchObject({ error: "DrizzleQueryError", code: "23505" });
    expect(JSON.stringify(facts)).not.toMatch(/ana|params|duplicate/);
  });

  it("says of something thrown that is no error only what type it was", () => {
    expect(errorFacts("ana@example.org")).toEqual({ error: "string" });
  });
});
