import type { NextConfig } from "next";
import { FILE_POLICY, SECURITY_HEADERS } from "./lib/auth/headers";

const safetyHeaders = Object.entries(SECURITY_HEADERS).map(([key, value]) => ({ key, value }));

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  output: "standalone",
  // Learning pages read the support lines and the ways to report as they run.
  outputFileTracingIncludes: { "/learn/**": ["./content/*.yaml"] },
  poweredByHeader: false,
  // `npm test` and `npm run verify` check the types, once.
  typescript: { ignoreBuildErrors: true },
  typedRoutes: false,
  serverExternalPackages: [
    "@node-rs/argon2",
    "pino",
    "postgres",
    "pg-boss",
    "nodemailer",
    "mailparser",
  ],
  // What proxy.ts does not see: built files, and uploads, which stream past it.
  headers: async () => [
    { source: "/_next/static/:path*", headers: safetyHeaders },
    {
      source: "/api/uploads/:path*",
      headers: [
        ...safetyHeaders,
        { key: "Cache-Control", value: "private, no-store" },
        { key: "Content-Security-Policy", value: FILE_POLICY },
      ],
    },
  ],
};

export default config;
