import { expect, it } from "vitest";
import { chooseVoice } from "./speech";

const voice = (lang: string, localService = true, isDefault = false) => ({
  lang,
  localService,
  default: isDefault,
});

it("takes a voice of the device in the reader's region, then any of the language", () => {
  const british = voice("en_GB");
  const american = voice("en-US", true, true);
  expect(chooseVoice([american, british], "en-GB")).toBe(british);
  expect(chooseVoice([voice("fr-FR"), american], "en-GB")).toBe(american);
});

it("takes the device's default of several alike", () => {
  const chosen = voice("en-GB", true, true);
  expect(chooseVoice([voice("en-GB"), chosen, voice("en-GB")], "en-GB")).toBe(chosen);
});

it("never takes a voice that is spoken by a server, nor one of another language", () => {
  expect(chooseVoice([voice("en-GB", false, true)], "en-GB")).toBeNull();
  expect(chooseVoice([voice("eng-GB"), voice("cy-GB")], "en-GB")).toBeNull();
  expect(chooseVoice([], "en-GB")).toBeNull();
});
