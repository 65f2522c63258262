import { Tag, type TagTone } from "@/components/ui/tag";
import { STAGE_LABELS } from "@/lib/businesses/model";
import type { Stage } from "@/lib/db/schema/businesses";

const TONES: Record<Stage, TagTone> = {
  in_scope: "off",
  invited: "due",
  enrolled: "ok",
  excluded: "off",
  closed: "off",
};

/** The stage of a business as a tag. */
export function StageTag({ stage }: { stage: Stage }) {
  return <Tag tone={TONES[stage]}>{STAGE_LABELS[stage]}</Tag>;
}
