import postgres from "postgres";
import { runToEnd, TYPESCRIPT } from "@/bin/lib/children.mjs";
import { migrateDatabase } from "@/drizzle/migrate";
import { env } from "@/lib/env";
import type { Dataset } from "./dataset";
import { type BenchPortal, startBenchPortal } from "./portal";

export interface LondonSize {
  boroughs: number;
  businesses: number;
  staff: number;
}

/** A London in a database of its own, and the cookie of a police officer who compares all of it. */
export interface London extends Dataset {
  appUrl: string;
  ownerUrl: string;
  policeCookie: string;
  /** Seconds the facts and their figures took. */
  seconds: number;
}

const made = new Map<string, Promise<London>>();

/** Made once a run for each size; the bars that need the same one share it. */
export function london(size: LondonSize): Promise<London> {
  const name = `london_${size.boroughs}_${size.businesses}`;
  const known = made.get(name) ?? make(name, size);
  made.set(name, known);
  return known;
}

async function make(name: string, size: LondonSize): Promise<London> {
  const { DATABASE_URL, DATABASE_OWNER_URL, PORTAL_SECRET } = env();
  if (!DATABASE_OWNER_URL) throw new Error("Benchmarks need DATABASE_OWNER_URL.");
  const owner = postgres(DATABASE_OWNER_URL, { max: 1, onnotice: () => {} });
  await owner.unsafe(`CREATE DATABASE ${name}`).finally(() => owner.end());
  const within = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const urls = { appUrl: within(DATABASE_URL), ownerUrl: within(DATABASE_OWNER_URL) };
  await migrateDatabase(urls.ownerUrl, urls.appUrl);
  const began = performance.now();
  const { code, said } = await runToEnd(
    process.execPath,
    [...TYPESCRIPT, "bench/make-london.ts", JSON.stringify(size)],
    {
      quiet: true,
      env: { DATABASE_URL: urls.appUrl, DATABASE_OWNER_URL: urls.ownerUrl, PORTAL_SECRET },
    },
  );
  if (code !== 0) throw new Error(`${name} was not made.\n${said}`);
  const answer = JSON.parse(said.trim().split("\n").at(-1) ?? "") as Dataset & {
    policeCookie: string;
  };
  return { ...answer, ...urls, seconds: Math.round((performance.now() - began) / 1000) };
}

/** The size a bar was asked for; BENCH_TENTH=1 measures a tenth of it, and says so by its counts. */
export function sizeOf(size: LondonSize): LondonSize {
  if (process.env.BENCH_TENTH !== "1") return size;
  return { ...size, businesses: size.businesses / 10, staff: size.staff / 10 };
}

export const startLondonPortal = (of: London): Promise<BenchPortal> => startBenchPortal(of.appUrl);
