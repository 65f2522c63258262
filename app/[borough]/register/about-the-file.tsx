import { Details } from "@/components/ui/details";
import { COLUMN_LABELS } from "@/lib/register/column-names";

/** What an upload leads to, and what the file must hold. */
export function AboutTheFile() {
  return (
    <aside
      aria-labelledby="next-title"
      className="self-start rounded-lg border border-line bg-paper px-5 py-4"
    >
      <h2 id="next-title" className="text-lg">
        What happens next
      </h2>
      <ol className="mt-2 mb-4 list-decimal space-y-1.5 pl-5">
        <li>You see what is new, changed, gone or refused, row by row. Nothing is written yet.</li>
        <li>You confirm, or discard it.</li>
        <li>
          New businesses that trade are in scope from that day, and your figures change at once.
        </li>
      </ol>
      <Details summary="The columns we read">
        <dl className="space-y-1">
          {Object.entries(COLUMN_LABELS).map(([name, label]) => (
            <div key={name} className="flex gap-2">
              <dt className="w-20 flex-none font-semibold">{name}</dt>
              <dd>{label}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3">
          The first four are needed. Every other column is left unread. A column with a date of
          birth or a National Insurance number is dropped, and the preview says so.
        </p>
      </Details>
    </aside>
  );
}
