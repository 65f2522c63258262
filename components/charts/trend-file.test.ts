import { expect, it } from "vitest";
import { trendFile } from "./trend-file";

const points = [
  { month: "2026-10", met: 3, of: 12 },
  { month: "2026-11", met: 1_206, of: 2_412 },
];

it("is a picture of its own: title, counts, colours and target, and nothing that runs or loads", () => {
  const file = trendFile(
    { title: "Trained <b>", points, target: 60, aim: "pursue" },
    "Camden & co",
  );
  expect(file).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="[^"]+" viewBox="[^"]+"/,
  );
  expect(file).toContain("Trained &lt;b&gt;, Camden &amp; co");
  expect(file).toContain("1,206 of 2,412 in November 2026");
  expect(file).toContain("From 25% in October 2026 to 50% in November 2026; the target is 60%.");
  expect(file).toContain(".stroke-pursue { stroke: #");
  expect(file).not.toMatch(/<script|href|NaN|undefined|\n\s+</);
});

it("has a colour for every class it draws with", () => {
  const file = trendFile({ title: "Trained", points, target: 60 }, "Camden") ?? "";
  const used = [...file.matchAll(/class="([^"]+)"/g)].flatMap(
    (match) => match[1]?.split(" ") ?? [],
  );
  const drawn = used.filter((name) => /^(fill|stroke)-/.test(name));
  for (const name of new Set(drawn)) expect(file).toContain(`.${name} {`);
});

it("is not there without a month", () => {
  expect(trendFile({ title: "Trained", points: [] }, "Camden")).toBeNull();
});
