import { join } from "node:path";
import type { NextConfig } from "next";

/** The yardstick of `first-load-js`: the same Next with nothing in it. */
const config: NextConfig = { turbopack: { root: join(import.meta.dirname, "../..") } };

export default config;
