import { LinkButton } from "@/components/ui/button";
import { Tag, type TagTone } from "@/components/ui/tag";
import type { Ending } from "@/lib/db/schema/library";

const OUTCOMES: Record<Ending["outcome"], { label: string; tone: TagTone }> = {
  well: { label: "It went well", tone: "ok" },
  recovered: { label: "Put right", tone: "ok" },
  missed: { label: "A chance missed", tone: "due" },
};

/** How the story ends, and the way to try another. */
export function EndingView({ ending, again }: { ending: Ending; again: string }) {
  const { label, tone } = OUTCOMES[ending.outcome];
  return (
    <section aria-labelledby="ending">
      <p className="mb-2">
        <Tag tone={tone}>{label}</Tag>
      </p>
      <h2 id="ending" className="mb-2">
        {ending.title}
      </h2>
      <p className="mb-5 text-lg leading-relaxed">{ending.text}</p>
      <LinkButton variant="ghost" className="min-h-11" href={again}>
        Try another way
      </LinkButton>
    </section>
  );
}
