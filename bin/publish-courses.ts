import { publishCourses } from "@/lib/training/publish";

const ownerUrl = process.env.DATABASE_OWNER_URL;
if (!ownerUrl) {
  console.error("Set DATABASE_OWNER_URL (portal_owner) first.");
  process.exit(1);
}
try {
  for (const course of await publishCourses(ownerUrl)) {
    const what = course.isNew ? "published as" : "unchanged, still";
    console.log(`${course.slug}: ${what} version ${course.version}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
