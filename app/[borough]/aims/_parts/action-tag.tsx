import { Tag, type TagTone } from "@/components/ui/tag";
import { type ActionDates, type ActionState, actionState } from "@/lib/aims/model";

const WORDS: Record<ActionState, { label: string; tone: TagTone }> = {
  planned: { label: "Planned", tone: "plain" },
  soon: { label: "Due soon", tone: "due" },
  overdue: { label: "Overdue", tone: "late" },
  done: { label: "Done", tone: "ok" },
  cancelled: { label: "Taken back", tone: "off" },
};

/** How an action stands today. */
export function ActionTag({ action, today }: { action: ActionDates; today: string }) {
  const { label, tone } = WORDS[actionState(action, today)];
  return <Tag tone={tone}>{label}</Tag>;
}
