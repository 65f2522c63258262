import { describe, expect, it } from "vitest";
import {
  certificateState,
  courseState,
  drawQuestions,
  isCorrect,
  mayStart,
  neededToPass,
  optionOrder,
  passed,
  problemText,
  readChoice,
} from "./model";

describe("passing", () => {
  it.each([
    [8, 10, 80, true],
    [7, 10, 80, false],
    [10, 10, 100, true],
    [9, 10, 100, false],
    [6, 8, 80, false],
    [7, 8, 80, true],
    [0, 0, 80, false],
  ])("says of %i right out of %i at %i%%: %s", (correct, of, share, expected) => {
    expect(passed(correct, of, share)).toBe(expected);
  });

  it("tells how many right answers are needed, and that many pass", () => {
    for (const of of [1, 5, 8, 10, 12]) {
      const needed = neededToPass(of, 80);
      expect(passed(needed, of, 80)).toBe(true);
      expect(passed(needed - 1, of, 80)).toBe(false);
    }
  });
});

describe("drawing questions", () => {
  const ids = ["a", "b", "c", "d", "e"];

  it("draws as many as asked, none twice", () => {
    const drawn = drawQuestions(ids, 3, () => 0);
    expect(drawn).toEqual(["a", "b", "c"]);
    expect(drawQuestions(ids, 5, (limit) => limit - 1)).toEqual(["e", "d", "c", "b", "a"]);
  });

  it("draws what there is when asked for more, and leaves the bank as it was", () => {
    expect(drawQuestions(ids, 9, () => 0)).toHaveLength(5);
    expect(ids).toHaveLength(5);
  });
});

describe("the order of options", () => {
  it("has each option once, and is the same whenever the question is opened again", () => {
    for (const count of [1, 2, 4, 5]) {
      const order = optionOrder("attempt:question", count);
      expect([...order].sort()).toEqual(Array.from({ length: count }, (_, n) => n));
      expect(optionOrder("attempt:question", count)).toEqual(order);
    }
  });

  it("puts each option in each place about as often as any other", () => {
    const places = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
    for (let n = 0; n < 4000; n++) {
      optionOrder(`${n}:when-to-call`, 4).forEach((option, place) => {
        const row = places[option];
        if (row) row[place] = (row[place] ?? 0) + 1;
      });
    }
    for (const count of places.flat()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

describe("an answer", () => {
  const options = [{ correct: true }, { correct: false }, { correct: true }];

  it("is right with exactly the right options, in any order", () => {
    expect(isCorrect(options, [2, 0])).toBe(true);
    expect(isCorrect(options, [0])).toBe(false);
    expect(isCorrect(options, [0, 1, 2])).toBe(false);
    expect(isCorrect(options, [])).toBe(false);
  });

  it("needs one option where one is asked, and only options that exist", () => {
    expect(readChoice({ kind: "one", options }, [1])).toEqual([1]);
    expect(readChoice({ kind: "one", options }, [0, 1])).toBeNull();
    expect(readChoice({ kind: "several", options }, [2, 0, 2])).toEqual([0, 2]);
    expect(readChoice({ kind: "several", options }, [])).toBeNull();
    expect(readChoice({ kind: "one", options }, [3])).toBeNull();
    expect(readChoice({ kind: "one", options }, [0.5])).toBeNull();
    expect(readChoice({ kind: "one", options }, [Number.NaN])).toBeNull();
  });
});

describe("where a learner stands", () => {
  const today = "2026-11-23";
  const record = { id: "r", reachedLesson: 3, lessons: 6 };
  const certificate = { id: "c", issuedOn: "2026-01-10", expiresOn: "2027-01-31", revokedOn: null };

  it("shows what is under way before what is held", () => {
    expect(courseState(today, record, certificate)).toEqual({
      kind: "reading",
      recordId: "r",
      lesson: 3,
      of: 6,
    });
    expect(courseState(today, { ...record, reachedLesson: 6 }, undefined)).toEqual({
      kind: "questions",
      recordId: "r",
    });
  });

  it("begins at lesson 1, whatever was kept", () => {
    expect(courseState(today, { ...record, reachedLesson: 0 }, undefined)).toMatchObject({
      lesson: 1,
    });
  });

  it("counts a certificate on its last day, and not on the next", () => {
    const last = { ...certificate, expiresOn: today };
    expect(courseState(today, undefined, last)).toMatchObject({ kind: "passed", until: today });
    expect(courseState("2026-11-24", undefined, last)).toEqual({
      kind: "lapsed",
      certificateId: "c",
      on: today,
    });
  });

  it("counts a revoked certificate as none", () => {
    expect(courseState(today, undefined, { ...certificate, revokedOn: "2026-03-01" })).toEqual({
      kind: "not_started",
    });
  });

  it("lets a renewal begin in the last 60 days, not before", () => {
    const on = (expiresOn: string) => mayStart(today, { ...certificate, expiresOn });
    expect(on("2027-01-22")).toBe(true);
    expect(on("2027-01-23")).toBe(false);
    expect(on("2026-10-31")).toBe(true);
    expect(mayStart(today, undefined)).toBe(true);
  });
});

describe("what the public page says of a certificate", () => {
  const facts = { expiresOn: "2027-01-31", revokedOn: null, newerUntil: null };
  it.each([
    ["valid", facts],
    ["lapsed", { ...facts, expiresOn: "2026-10-31" }],
    ["revoked", { ...facts, revokedOn: "2026-05-01", newerUntil: "2027-12-31" }],
    ["superseded", { ...facts, newerUntil: "2027-12-31" }],
    ["lapsed", { ...facts, expiresOn: "2025-10-31", newerUntil: "2026-10-31" }],
  ])("%s", (expected, given) => {
    expect(certificateState("2026-11-23", given)).toBe(expected);
  });
});

it("shows only sentences of our own for an error in an address", () => {
  expect(problemText("chosen")).toBe("Choose an answer");
  expect(problemText("toString")).toBeUndefined();
  expect(problemText("<script>")).toBeUndefined();
});
