import { Details } from "@/components/ui/details";
import { supportLines } from "@/lib/training/support";

/** People to talk to, for a reader who is affected. */
export function SupportLines() {
  return (
    <ul className="space-y-3">
      {supportLines().map((line) => (
        <li key={line.name}>
          <b>{line.name}</b>:{" "}
          <a href={`tel:${line.phone.replaceAll(" ", "")}`} className="whitespace-nowrap">
            {line.phone}
          </a>
          <br />
          <span className="text-ink-2 text-sm">
            {line.for}. {line.hours}.{" "}
            <a href={line.url} rel="noreferrer">
              {line.name} website
            </a>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The same, folded away at the foot of a lesson or a question. */
export function SupportForYou() {
  return (
    <Details summary="Support for you">
      <p className="mb-3">
        If this brings something up for you, stop whenever you like. These people listen, and you
        need not give your name.
      </p>
      <SupportLines />
    </Details>
  );
}
