import "server-only";
import { sql } from "drizzle-orm";
import { londonDate } from "@/lib/dates";
import { writeScope } from "@/lib/db/scope";
import { sweepPictureFiles } from "@/lib/practices/picture-files";

/** Ends the pictures of posters whose time is over, then removes every file no picture is kept of. */
export async function sweepPictures(codes: readonly string[], now = new Date()): Promise<void> {
  const today = londonDate(now);
  for (const code of codes) {
    const kept = await writeScope({ role: "portal_worker", boroughs: [code] }, async (tx) => {
      await tx.execute(sql`
        UPDATE poster_pictures SET removed_on = ${today}
        WHERE borough_code = ${code} AND removed_on IS NULL AND keep_until <= ${today}`);
      return tx.execute<{ key: string }>(sql`
        SELECT file_key AS key FROM poster_pictures WHERE borough_code = ${code} AND removed_on IS NULL`);
    });
    await sweepPictureFiles(code, new Set([...kept].map((row) => row.key)), now.getTime());
  }
}
