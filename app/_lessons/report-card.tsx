import { lowerFirst } from "@/lib/format";
import { type CallLine, callLines } from "@/lib/training/support";

function Dial({ line }: { line: CallLine }) {
  if (line.dial) return <a href={`tel:${line.dial}`}>{line.name}</a>;
  if (line.url) {
    return (
      <a href={line.url} rel="noreferrer">
        {line.name}
      </a>
    );
  }
  return <>{line.name}</>;
}

/** The ways to report, as a lesson shows them. */
export function ReportCard() {
  const lines = callLines();
  const kind = (wanted: CallLine["kind"]) => lines.filter((line) => line.kind === wanted);
  return (
    // In English also where the lesson around it is not.
    <div
      lang="en-GB"
      dir="ltr"
      className="rounded-lg border border-line border-l-6 border-l-amber bg-paper p-4"
    >
      <ul className="grid list-none gap-4 pl-0 sm:grid-cols-2">
        {kind("main").map((line) => (
          <li key={line.id} className="mt-0">
            <b className="text-xl">
              <Dial line={line} />
            </b>
            <br />
            <b>{line.say}</b>
            <br />
            <span className="text-ink-2">{line.for}</span>
          </li>
        ))}
      </ul>
      <p className="mt-4 font-semibold">If you are deaf or hard of hearing</p>
      <ul>
        {kind("access").map((line) => (
          <li key={line.id}>
            <Dial line={line} />: {lowerFirst(line.for)}
          </li>
        ))}
      </ul>
    </div>
  );
}
