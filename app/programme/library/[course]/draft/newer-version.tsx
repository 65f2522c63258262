import { Notice } from "@/components/layout/notice";

/** Says that somebody published a version after the draft began; nothing when nobody has. */
export function NewerVersion({ basedOn, newest }: { basedOn: number; newest: number }) {
  if (newest <= basedOn) return null;
  return (
    <Notice kind="warning" title={`Version ${newest} was published after this draft began`}>
      <p>
        The draft still holds the words of version {basedOn}. Compare before you publish: what
        version {newest} brought would be changed back.
      </p>
    </Notice>
  );
}
