import { env } from "@/lib/env";
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
