import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "./bin/lib/chromium.mjs";

const executablePath = findChromium();

/** Run through `npm test -- journeys`, which starts the portal these tests visit. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  timeout: 120_000,
  expect: { timeout: 15_000 },
  retries: 0,
  workers: 2,
  forbidOnly: true,
  reporter: process.env.OMS_COUNT_FILE
    ? [["list"], ["json", { outputFile: process.env.OMS_COUNT_FILE }]]
    : [["list"]],
  use: {
    baseURL: process.env.PORTAL_URL ?? "http://localhost:3000",
    locale: "en-GB",
    timezoneId: "Europe/London",
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: "retain-on-failure",
    launchOptions: { args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) },
  },
});
