import { describe, expect, it } from "vitest";
import { readCourses } from "./content";
import { waysThrough } from "./scenario-content";
import { followWay, readWay, type ScenarioView } from "./scenario-model";

const step = (to: string, wrongTurn = false) => ({ text: to, wrongTurn, feedback: `to ${to}`, to });
const story: ScenarioView = {
  id: "story",
  title: "A story",
  summary: "Of three scenes.",
  scenes: [
    { id: "first", text: "1", choices: [step("second"), step("astray", true)] },
    { id: "second", text: "2", choices: [step("well"), step("missed", true)] },
    { id: "astray", text: "3", choices: [step("well")] },
  ],
  endings: [
    { id: "well", outcome: "well", title: "Well", text: "" },
    { id: "missed", outcome: "missed", title: "Missed", text: "" },
  ],
};

describe("the way through a scenario", () => {
  it.each<[string | undefined, number[]]>([
    [undefined, []],
    ["", []],
    ["0-2-1", [0, 2, 1]],
    ["0-", []],
    ["1; DROP TABLE", []],
    ["0".repeat(30), []],
  ])("reads %j of an address as %j", (text, way) => {
    expect(readWay(text)).toEqual(way);
  });

  it("begins at the first scene, follows each choice, and ends where it leads", () => {
    expect(followWay(story, [])).toMatchObject({ way: [], last: null, scene: { id: "first" } });
    expect(followWay(story, [1])).toMatchObject({
      last: { wrongTurn: true },
      scene: { id: "astray" },
      ending: null,
    });
    expect(followWay(story, [1, 0])).toMatchObject({ scene: null, ending: { id: "well" } });
  });

  it("leaves out a choice that does not exist, and all after it", () => {
    expect(followWay(story, [0, 7, 0])).toMatchObject({ way: [0], scene: { id: "second" } });
    expect(followWay(story, [0, 0, 0]).way).toEqual([0, 0]);
  });
});

describe.each(
  readCourses().flatMap(({ slug, scenarios }) => scenarios.map((one) => ({ slug, one }))),
)("$slug, $one.id", ({ one }) => {
  it("has three decisions or more, three endings, and a wrong turn that is put right", () => {
    const ways = waysThrough(one);
    const outcome = new Map(one.endings.map((ending) => [ending.id, ending.outcome]));
    expect(Math.max(...ways.map((way) => way.decisions))).toBeGreaterThanOrEqual(3);
    expect(new Set(ways.map((way) => way.ending)).size).toBeGreaterThanOrEqual(3);
    const recovered = ways.filter((way) => outcome.get(way.ending) === "recovered");
    expect(recovered.some((way) => way.wrongTurns > 0)).toBe(true);
  });
});
