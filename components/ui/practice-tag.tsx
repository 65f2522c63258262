import { Tag, type TagTone } from "@/components/ui/tag";
import { STATUS_LABELS, type Status } from "@/lib/practices/model";

const TONES: Record<Status, TagTone> = {
  confirmed: "ok",
  waiting: "plain",
  returned: "late",
  not_yet: "due",
  lapsed: "late",
  unanswered: "off",
};

/** The tone of a status, for lists that draw their own tag. */
export const toneOf = (status: Status): TagTone => TONES[status];

/** Where a practice stands, in a word or two. */
export function PracticeTag({ status }: { status: Status }) {
  return <Tag tone={TONES[status]}>{STATUS_LABELS[status]}</Tag>;
}
