import { type DigestSection, digestSubject } from "@/lib/reminders/model";

interface PreviewProps {
  boroughName: string;
  section: DigestSection;
}

/** What a manager would read about one business. Nothing is sent. */
export function Preview({ boroughName, section }: PreviewProps) {
  return (
    <article
      aria-labelledby="preview-subject"
      className="max-w-read rounded-lg border border-line bg-paper px-5 py-4"
    >
      <p className="text-ink-2 text-sm">Subject</p>
      <h3 id="preview-subject">{digestSubject(boroughName, [section])}</h3>
      <p className="mt-4">This is what waits for you this week.</p>
      <p className="mt-3 font-semibold">{section.title}</p>
      <ul className="my-2 list-disc space-y-1 pl-6">
        {section.lines.map((line) => (
          <li key={line.kind}>{line.text}</li>
        ))}
      </ul>
      <p className="text-ink-2 text-sm">
        Then a link to the business’s page, how to stop these e-mails, and 999 and 101. A manager of
        several businesses reads about all of them in one e-mail, and about their own training.
      </p>
    </article>
  );
}
