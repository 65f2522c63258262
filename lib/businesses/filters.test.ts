import { describe, expect, it } from "vitest";
import { filterHref, filterTags, readFilter } from "./filters";

describe("the filter in an address", () => {
  it("reads what it knows and leaves the rest out", () => {
    const filter = readFilter({
      search: " oak ",
      stage: "nonsense",
      gap: "prevent",
      waiting: "rain",
    });
    expect(filter).toMatchObject({ search: "oak", stage: "", gap: "prevent", waiting: null });
  });

  it("takes the first of a repeated name", () => {
    expect(readFilter({ sector: ["hotel", "taxi"] }).sector).toBe("hotel");
  });

  it("writes the address it was read from", () => {
    const filter = readFilter({ sector: "hotel", gap: "prevent", late: "1" });
    expect(filterHref("/list", filter)).toBe("/list?sector=hotel&gap=prevent&late=1");
    expect(filterHref("/list", readFilter({}))).toBe("/list");
  });

  it("tells the ward that is not known from a ward's name", () => {
    const tags = (ward: string) =>
      filterTags("/list", readFilter({ ward }), []).map((tag) => tag.label);
    expect(tags("not-known")).toEqual(["Ward not known"]);
    expect(tags("Riverside")).toEqual(["Ward: Riverside"]);
    expect(filterHref("/list", readFilter({ ward: "St James’s" }))).toContain("ward=St+James");
  });

  it("gives each filter a tag that removes it alone", () => {
    const tags = filterTags("/list", readFilter({ sector: "hotel", stage: "closed" }), [
      { code: "hotel", label: "Hotel" },
    ]);
    expect(tags).toEqual([
      { label: "Hotel", removeHref: "/list?stage=closed" },
      { label: "Closed", removeHref: "/list?sector=hotel" },
    ]);
  });
});
