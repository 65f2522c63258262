import "server-only";
import { findDigestReader } from "@/lib/auth/digest-readers";
import { londonDate } from "@/lib/dates";
import { writeScope } from "@/lib/db/scope";
import { afterQuietHours, isQuiet } from "@/lib/mail/quiet-hours";
import { MailRefused } from "@/lib/mail/refused";
import { sendText } from "@/lib/mail/transport";
import { overdueText } from "@/lib/reminders/letter";
import { digestTextOf, settleDigestText } from "./digest-rows";
import { writeSections } from "./digests";
import { enqueue } from "./queue";

/**
 * Sends the text message that goes with a manager's weekly e-mail while a course is overdue, between nine
 * and eight in the evening, to the number they gave and still want used.
 */
export async function sendDigestText(
  job: Record<string, unknown>,
  now = new Date(),
): Promise<void> {
  const ids = digestTextOf(job);
  if (!ids) throw new Error("A job of a text message without its ids.");
  const { boroughCode, digestId } = ids;
  if (isQuiet(now, "text")) {
    return writeScope({ role: "portal_worker", boroughs: [boroughCode] }, (tx) =>
      enqueue(
        tx,
        "digest.text",
        { boroughCode, textDigestId: digestId },
        afterQuietHours(now, "text"),
      ),
    );
  }
  const reader = await findDigestReader(boroughCode, digestId, "text");
  if (!reader?.mobile || reader.off) return settleDigestText(boroughCode, digestId, "turned_off");
  const sections = await writeSections(reader, boroughCode, londonDate(now));
  const text = overdueText(reader.boroughName, sections);
  if (!text) return settleDigestText(boroughCode, digestId, "nothing_to_say");
  const sent = await sendText(text, reader.mobile, `${digestId}-text`).then(
    () => true,
    (error: unknown) => {
      if (error instanceof MailRefused) return false;
      throw error;
    },
  );
  await settleDigestText(boroughCode, digestId, sent ? "sent" : "failed");
}
