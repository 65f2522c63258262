import { expect, test } from "vitest";
import { canonicalJson } from "./seal";

test("the same facts give the same text, whatever the order of their keys", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "x" }], a: true })).toBe(
    canonicalJson({ a: true, b: [1, { c: "x", d: null }] }),
  );
});

test("the order of a list counts", () => {
  expect(canonicalJson(["a", "b"])).not.toBe(canonicalJson(["b", "a"]));
});

test.each([
  [{ a: 1 }, '{"a":1}'],
  [[null, "é"], '[null,"é"]'],
  [{}, "{}"],
])("%j is written as %s", (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});
