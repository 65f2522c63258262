import { closeDatabase } from "@/lib/db/client";
import { closeOwner } from "@/lib/db/test/borough";
import { env } from "@/lib/env";
import { publishPractices } from "@/lib/practices/publish";
import { publishCourses } from "@/lib/training/publish";
import { makeLondon } from "./support/dataset";
import type { LondonSize } from "./support/london";
import { policeCookie } from "./support/portal";

/** Fills the database it is started on, which must be new, and prints what it made as one line. */
const size = JSON.parse(process.argv[2] ?? "") as LondonSize;
const ownerUrl = env().DATABASE_OWNER_URL ?? "";
await publishCourses(ownerUrl);
await publishPractices(ownerUrl);
const dataset = await makeLondon(size);
const cookie = await policeCookie();
await closeDatabase();
await closeOwner();
console.log(JSON.stringify({ ...dataset, policeCookie: cookie }));
process.exit(0);
