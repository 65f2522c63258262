import { AppLink } from "@/components/ui/link";
import { choiceQuery } from "@/lib/coverage/choice";
import { type Line, thinnest } from "./lines";
import type { LondonView } from "./load";
import { figureText, sinceText } from "./words";

/** The page's question, answered in a sentence: where it is thinnest, and since when. */
export function Answer({ view }: { view: LondonView }) {
  const { boroughs, areaName, choice } = view;
  const own = boroughs.filter((line) => line.own);
  const ownPlace = [...new Set(own.map((line) => line.area))].join(" and ");
  const answers = [
    ...(own.length > 0 ? [{ place: ownPlace, ...thinnestOf(own) }] : []),
    ...(own.length < boroughs.length
      ? [{ place: areaName ?? "London", ...thinnestOf(boroughs) }]
      : []),
  ];
  return (
    <section
      aria-labelledby="thinnest"
      className="mb-8 rounded-lg border border-line border-l-6 border-l-amber bg-paper px-5 py-4"
    >
      <h2 id="thinnest">Where coverage is thinnest</h2>
      <dl className="mt-2 grid gap-x-8 gap-y-3 md:grid-cols-2">
        {answers.map(({ place, line, others }) => (
          <div key={place}>
            <dt className="text-ink-2 text-sm">In {place}</dt>
            <dd>
              {line ? (
                <>
                  <b>
                    <Name line={line} query={choiceQuery(choice, { area: undefined })} />
                  </b>
                  : {figureText(line, choice)}, {sinceText(line, choice.count)}.
                  {others > 0 ? ` ${others} more at the same share.` : null}
                </>
              ) : (
                "No borough has figures for this month."
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The thinnest, and how many others are exactly as thin. */
function thinnestOf(lines: Line[]): { line: Line | null; others: number } {
  const line = thinnest(lines);
  const alike = lines.filter(
    (one) => line && one.of > 0 && !one.fault && one.met * line.of === line.met * one.of,
  );
  return { line, others: Math.max(0, alike.length - 1) };
}

const Name = ({ line, query }: { line: Line; query: string }) =>
  line.own ? (
    <AppLink href={`/police/boroughs/${line.key}?${query}`}>{line.name}</AppLink>
  ) : (
    line.name
  );
