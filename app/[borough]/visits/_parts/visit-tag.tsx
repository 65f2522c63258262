import { Tag, type TagTone } from "@/components/ui/tag";
import { VISIT_TAG_LABELS, type VisitState, type VisitTag, visitTag } from "@/lib/visits/model";

const TONES: Record<VisitTag, TagTone> = {
  overdue: "late",
  today: "due",
  planned: "due",
  done: "ok",
  cancelled: "off",
};

interface VisitTagProps {
  visit: { state: VisitState; plannedOn: string };
  today: string;
}

/** Where a visit stands today, in a word. */
export function VisitStateTag({ visit, today }: VisitTagProps) {
  const tag = visitTag(visit, today);
  return <Tag tone={TONES[tag]}>{VISIT_TAG_LABELS[tag]}</Tag>;
}
