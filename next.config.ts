import type { NextConfig } from "next";

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  output: "standalone",
  poweredByHeader: false,
  typedRoutes: false,
  serverExternalPackages: [
    "@node-rs/argon2",
    "pino",
    "postgres",
    "pg-boss",
    "nodemailer",
    "mailparser",
  ],
};

export default config;
