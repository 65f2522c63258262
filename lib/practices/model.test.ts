import { expect, it } from "vitest";
import {
  LEVEL_LABELS,
  LEVELS,
  NOT_APPLICABLE_LABELS,
  NOT_APPLICABLE_REASONS,
  PRACTICE_AIM_LABELS,
  PRACTICE_AIMS,
  PRACTICE_STATE_LABELS,
  PRACTICE_STATES,
  RETURN_REASON_LABELS,
  RETURN_REASONS,
} from "./model";

it.each([
  ["aims", PRACTICE_AIMS, PRACTICE_AIM_LABELS],
  ["levels", LEVELS, LEVEL_LABELS],
  ["states", PRACTICE_STATES, PRACTICE_STATE_LABELS],
  ["reasons why a practice does not apply", NOT_APPLICABLE_REASONS, NOT_APPLICABLE_LABELS],
  ["reasons to give a declaration back", RETURN_REASONS, RETURN_REASON_LABELS],
])("has different words for all %s", (_, codes: readonly string[], labels) => {
  expect(Object.keys(labels).sort()).toEqual([...codes].sort());
  expect(new Set(Object.values(labels)).size).toBe(codes.length);
});
