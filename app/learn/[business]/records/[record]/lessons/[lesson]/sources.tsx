import { Details } from "@/components/ui/details";
import type { LessonSource } from "@/lib/db/schema/library";
import { formatDate } from "@/lib/format";

/** Each statement of fact in the lesson: where it comes from, who owns it, when it is checked again. */
export function Sources({ sources }: { sources: readonly LessonSource[] }) {
  return (
    <Details summary="Where this comes from">
      <ul className="space-y-3 text-sm">
        {sources.map((source) => (
          <li key={source.statement}>
            {source.statement}
            <br />
            <span className="text-ink-2">
              Source:{" "}
              {source.url ? (
                <a href={source.url} rel="noreferrer">
                  {source.source}
                </a>
              ) : (
                source.source
              )}
              . Owner: {source.owner}. To be reviewed by {formatDate(source.reviewOn)}.
            </span>
          </li>
        ))}
      </ul>
    </Details>
  );
}
