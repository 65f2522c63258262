import type { NextConfig } from "next";
import { FILE_POLICY, SECURITY_HEADERS } from "./lib/auth/headers";

const safetyHeaders = Object.entries(SECURITY_HEADERS).map(([key, value]) => ({ key, value }));

const FONTS =
  "./node_modules/@fontsource/atkinson-hyperlegible-next/files/*-latin*-{400,700}-normal.woff";

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  output: "standalone",
  // Learning pages read the support lines and the ways to report as they run.
  // PDF documents read their fonts.
  outputFileTracingIncludes: {
    "/learn/**": ["./content/*.yaml", FONTS],
    "/business/**": ["./content/*.yaml", "./content/leaflets/*.yaml", FONTS],
    "/*/businesses/**": ["./content/*.yaml", "./content/leaflets/*.yaml", FONTS],
  },
  poweredByHeader: false,
  // A page's code is loaded when somebody first opens it: all pages together take as much as an empty server.
  experimental: { preloadEntriesOnStart: false },
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
    // They read files of their own.
    "pdfkit",
    "fontkit",
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
