import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PALETTE } from "./palette";
import { tileMapFile } from "./tile-map-file";
import type { Tile } from "./tiles";

const tile = (change: Partial<Tile>): Tile => ({
  code: "E09000033",
  name: "Westminster",
  short: "Westminster",
  row: 1,
  column: 1,
  met: 3,
  of: 12,
  own: false,
  ...change,
});

const draw = (...tiles: Tile[]) =>
  tileMapFile({ title: "Hotels & bars: <Trained>", subtitle: "November 2026.", tiles });

describe("the map as a file", () => {
  it("has the colours of the portal", () => {
    const [light = ""] = readFileSync("app/globals.css", "utf8").split("@media");
    for (const [name, colour] of Object.entries(PALETTE)) {
      expect(light, name).toContain(`--color-${name}: ${colour};`);
    }
  });

  it("says in words what it shows", () => {
    const file = draw(
      tile({}),
      tile({ column: 2, name: "Camden", short: "Camden", of: 0, met: 0 }),
    );
    expect(file).toContain('<title id="title">Hotels &amp; bars: &lt;Trained&gt;</title>');
    expect(file).toContain("Westminster 25%, 3 of 12; Camden no data.");
  });

  it("never draws a share for what is left out or cannot be", () => {
    const file = draw(tile({ outside: true }), tile({ column: 2, met: 9, of: 3, fault: true }));
    expect(file).not.toMatch(/>(25|100)%</);
    expect(file).toContain("left out by the filter");
    expect(file).toContain("not known");
  });

  it("holds no script, no style, no link and no outside address but its own name space", () => {
    const file = draw(tile({ own: true, href: "/police/boroughs/E09000033" }));
    expect(file).not.toMatch(/<script|<style|style=|<a |href|on\w+=/i);
    expect(file.match(/https?:/g)).toHaveLength(1);
  });
});
