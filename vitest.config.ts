import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = {
  "@/": root,
  // The real module throws outside a React server build; a test is neither server nor browser.
  "server-only": `${root}node_modules/server-only/empty.js`,
};
const ignored = ["**/node_modules/**", ".next*/**", ".data/**", "e2e/**"];

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx,mjs}"],
          exclude: ["**/*.db.test.*", ...ignored],
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        ssr: { resolve: { conditions: ["react-server"] } },
        test: {
          name: "database",
          include: ["**/*.db.test.{ts,mjs}"],
          exclude: ignored,
          globalSetup: ["bin/lib/test-database.mjs"],
          testTimeout: process.env.OMS_LONG ? 1_800_000 : 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
