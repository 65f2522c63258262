import { describe, expect, it } from "vitest";
import { nextActions } from "./next-actions";

const SECTORS = [{ code: "hotel", pluralLabel: "Hotels" }];

describe("the next actions", () => {
  it("name only work that exists, what covers most people first", () => {
    const shown = nextActions({ invite: 12, overdue: 1, staff: 3, headcount: 0 }, [], SECTORS);
    expect(shown.map((action) => action.id)).toEqual(["overdue", "staff", "invite"]);
    expect(shown[0]?.title).toBe("Chase 1 business past the due date");
    expect(shown[2]?.title).toBe("Invite 12 businesses");
  });

  it("begin with a round where one ward has three or more of a sector with nobody trained", () => {
    const group = { sector: "hotel", ward: "Riverside & Quay", businesses: 8, late: 3 };
    const [round] = nextActions({ overdue: 1 }, [group], SECTORS);
    expect(round?.title).toBe("Visit 8 hotels in Riverside & Quay");
    expect(round?.reason).toBe("Nobody is trained at any of them; 3 open after 11pm.");
    expect(round?.filter).toBe("sector=hotel&ward=Riverside+%26+Quay&gap=anyone_trained");
  });

  it.each([
    ["two are no round", { ward: "Riverside", businesses: 2 }],
    ["a ward that is not known is no round", { ward: "", businesses: 9 }],
  ])("%s", (_, group) => {
    expect(nextActions({}, [{ sector: "hotel", late: 0, ...group }], SECTORS)).toEqual([]);
  });

  it("open the exclusions in the list of exclusions, which the others are not in", () => {
    expect(nextActions({ exclusion: 2 }, [], SECTORS)[0]?.filter).toBe(
      "stage=excluded&waiting=exclusion",
    );
  });
});
