import { describe, expect, it } from "vitest";
import { afterQuietHours, isQuiet } from "./quiet-hours";

const opens = (moment: string, channel: "email" | "text" = "email") =>
  afterQuietHours(new Date(moment), channel).toISOString().replace(":00.000Z", "Z");

describe("quiet hours in London", () => {
  it.each([
    ["the morning opens at eight", "2026-12-01T07:59Z", "2026-12-01T08:00Z"],
    ["eight is open", "2026-12-01T08:00Z", "2026-12-01T08:00Z"],
    ["a minute before nine in the evening is open", "2026-12-01T20:59Z", "2026-12-01T20:59Z"],
    ["nine in the evening waits for the next day", "2026-12-01T21:00Z", "2026-12-02T08:00Z"],
    ["midnight waits for the same morning", "2026-12-01T00:10Z", "2026-12-01T08:00Z"],
    ["the last evening of a month", "2026-11-30T22:00Z", "2026-12-01T08:00Z"],
    ["in summer the clock is an hour ahead", "2027-07-01T06:30Z", "2027-07-01T07:00Z"],
    ["a summer evening", "2027-07-01T20:00Z", "2027-07-02T07:00Z"],
    ["the night the clock goes forward", "2027-03-27T22:00Z", "2027-03-28T07:00Z"],
    ["the night the clock goes back", "2027-10-30T22:00Z", "2027-10-31T08:00Z"],
  ])("%s", (_, moment, then) => {
    expect(opens(moment)).toBe(then);
  });

  it("are longer for text messages", () => {
    expect(opens("2026-12-01T08:30Z", "text")).toBe("2026-12-01T09:00Z");
    expect(opens("2026-12-01T19:59Z", "text")).toBe("2026-12-01T19:59Z");
    expect(opens("2026-12-01T20:00Z", "text")).toBe("2026-12-02T09:00Z");
  });

  it("are told from the others", () => {
    expect(isQuiet(new Date("2026-12-01T23:00Z"), "email")).toBe(true);
    expect(isQuiet(new Date("2026-12-01T12:00Z"), "email")).toBe(false);
  });
});
