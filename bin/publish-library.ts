import { closeDatabase } from "@/lib/db/client";
import { plural } from "@/lib/format";
import { recountBoroughs } from "@/lib/jobs/recount";
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
    console.log(
      `${course.slug}: ${said(course)}${course.keptFromEditor ? ", written in the portal" : ""}`,
    );
    for (const { language, lessons, questions, reviewedOn, outdated } of course.translations) {
      const shown = reviewedOn ? `reviewed ${reviewedOn}` : "not shown until it is reviewed";
      const parts = `${plural(lessons, "lesson", "lessons")}, ${plural(questions, "question", "questions")}`;
      console.log(`  ${language}: ${parts}, ${shown}`);
      for (const { what, of } of outdated) console.log(`    left out: ${what} (now of: ${of})`);
    }
  }
  const lists = await publishPractices(ownerUrl);
  for (const list of lists) console.log(`Checklist of ${list.sector}: ${said(list)}`);
  // Who meets a changed list has changed too; --recount goes on where that was interrupted.
  if (lists.some((list) => list.isNew) || process.argv.includes("--recount")) {
    console.log(`Figures recounted in ${plural(await recountBoroughs(), "borough", "boroughs")}.`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
