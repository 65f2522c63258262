import { Details } from "@/components/ui/details";
import type { LibraryEventRow } from "@/lib/authoring/queries";
import { formatMoment } from "@/lib/format";

const NAMES: Record<string, string> = {
  "library.start_draft": "Draft opened",
  "library.edit_draft": "Draft changed",
  "library.discard_draft": "Draft thrown away",
  "library.publish": "Published",
};

const DETAILS: Record<string, string> = {
  part: "part",
  lesson: "lesson",
  removedLesson: "lesson taken out",
  question: "question",
  removedQuestion: "question taken out",
  version: "version",
};

function described({ details }: LibraryEventRow): string {
  const words = Object.entries(details).flatMap(([name, value]) =>
    DETAILS[name] ? `${DETAILS[name]} ${value}` : [],
  );
  return words.length > 0 ? `: ${words.join(", ")}` : "";
}

/** What was done to the course in the editor, without a word of its text. */
export function EventList({ events }: { events: LibraryEventRow[] }) {
  if (events.length === 0) return null;
  return (
    <Details summary="What was done in the editor">
      <ul className="space-y-1">
        {events.map((event) => (
          <li key={event.id}>
            {formatMoment(event.at)}: {NAMES[event.action] ?? event.action}
            {described(event)}
          </li>
        ))}
      </ul>
    </Details>
  );
}
