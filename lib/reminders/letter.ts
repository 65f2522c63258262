import { env } from "@/lib/env";
import { plural } from "@/lib/format";
import { type Letter, type Part, writeLetter } from "@/lib/mail/letter";
import { type DigestSection, digestSubject } from "./model";

export interface DigestLetterFacts {
  boroughName: string;
  sections: readonly DigestSection[];
  /** The secret in the link that stops these e-mails, with its borough. */
  stopPath: string;
}

const portalLink = (path: string) => new URL(path, env().PORTAL_URL).href;

/** The week's e-mail to one person. It names no member of staff: a mailbox may be shared. */
export function digestLetter({ boroughName, sections, stopPath }: DigestLetterFacts): Letter {
  const stopHref = portalLink(stopPath);
  const parts = sections.flatMap(({ title, lines, link }): Part[] => [
    { heading: title },
    { list: lines.map((line) => line.text) },
    { link: { label: link.label, href: portalLink(link.path) } },
  ]);
  const letter = writeLetter(digestSubject(boroughName, sections), [
    { text: "This is what waits for you this week." },
    ...parts,
    { text: "You get this e-mail at most once a week, and only when there is something to do." },
    { link: { label: "Stop these e-mails", href: stopHref } },
  ]);
  return { ...letter, stopHref };
}

/** The text message of a manager with overdue courses; null when none is. */
export function overdueText(
  boroughName: string,
  sections: readonly DigestSection[],
): string | null {
  const late = sections.flatMap(({ title, lines, link }) =>
    lines.flatMap(({ kind, count }) => (kind === "overdue" ? [{ title, count, link }] : [])),
  );
  const first = late[0];
  if (!first) return null;
  const count = late.reduce((sum, each) => sum + each.count, 0);
  const where = late.length === 1 ? first.title : `${late.length} of your businesses`;
  const what = plural(count, "course is", "courses are");
  const stop = portalLink("/places/emails");
  return `Operation Make Safe, ${boroughName}: ${what} past the due date at ${where}. See ${portalLink(first.link.path)} Stop these texts: ${stop}`;
}
