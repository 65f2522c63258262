import { publishPractices } from "@/lib/practices/publish";
import { publishCourses } from "@/lib/training/publish";

const ownerUrl = process.env.DATABASE_OWNER_URL;
if (!ownerUrl) {
  console.error("Set DATABASE_OWNER_URL (portal_owner) first.");
  process.exit(1);
}
const said = ({ version, isNew }: { version: number; isNew: boolean }) =>
  `${isNew ? "published as" : "unchanged, still"} version ${version}`;
try {
  for (const course of await publishCourses(ownerUrl)) {
    console.log(`${course.slug}: ${said(course)}`);
  }
  for (const list of await publishPractices(ownerUrl)) {
    console.log(`Checklist of ${list.sector}: ${said(list)}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
