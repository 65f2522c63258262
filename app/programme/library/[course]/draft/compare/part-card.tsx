import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { PartChange } from "@/lib/authoring/compare";

const TAGS = {
  added: { tone: "ok", label: "New" },
  removed: { tone: "late", label: "Taken out" },
  changed: { tone: "due", label: "Changed" },
} as const;

function Words({ pieces }: { pieces: PartChange["fields"][number]["pieces"] }) {
  return (
    <p className="max-w-read whitespace-pre-line">
      {pieces.map(({ kind, text }, index) => {
        // The words of a comparison have no name but their place, and never change it.
        const key = `${index} ${kind}`;
        if (kind === "same") return <span key={key}>{text}</span>;
        return kind === "added" ? (
          <ins key={key} className="bg-wash font-semibold text-green underline">
            <VisuallyHidden>[new: </VisuallyHidden>
            {text}
            <VisuallyHidden>]</VisuallyHidden>
          </ins>
        ) : (
          <del key={key} className="bg-wash text-red line-through">
            <VisuallyHidden>[gone: </VisuallyHidden>
            {text}
            <VisuallyHidden>]</VisuallyHidden>
          </del>
        );
      })}
    </p>
  );
}

/** One part that differs: which fields, and which words in them. */
export function PartCard({ change }: { change: PartChange }) {
  const { tone, label } = TAGS[change.change];
  return (
    <Card title={change.name} more={<Tag tone={tone}>{label}</Tag>}>
      <dl className="space-y-4">
        {change.fields.map((field) => (
          <div key={field.label}>
            <dt className="font-semibold text-ink-2 text-sm">{field.label}</dt>
            <dd>
              <Words pieces={field.pieces} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
