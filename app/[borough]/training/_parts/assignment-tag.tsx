import { Tag } from "@/components/ui/tag";
import type { AssignmentState } from "@/lib/assignments/model";

const STATES = {
  met: { tone: "ok", label: "Met" },
  open: { tone: "due", label: "Open" },
  overdue: { tone: "late", label: "Overdue" },
} as const;

/** Where an assignment stands, as a tag. */
export function AssignmentTag({ state }: { state: AssignmentState }) {
  return <Tag tone={STATES[state].tone}>{STATES[state].label}</Tag>;
}
