import { Tag, Tags } from "@/components/ui/tag";
import { MEASURES, type Measure } from "@/lib/coverage/model";

/** Which measures a business meets this month, each in a word. */
export function Standing({ met }: { met: readonly Measure[] }) {
  const shown = MEASURES.filter((measure) => met.includes(measure.id));
  if (shown.length === 0) return <Tag tone="off">None yet</Tag>;
  return (
    <Tags>
      {shown.map((measure) => (
        <Tag key={measure.id} tone="ok">
          {measure.label}
        </Tag>
      ))}
    </Tags>
  );
}
