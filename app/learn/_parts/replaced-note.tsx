/** Says that the course somebody is taking has a newer version by now. */
export function ReplacedNote({ replaced }: { replaced: boolean }) {
  if (!replaced) return null;
  return (
    <p className="mt-3 text-ink-2">
      A newer version of this course has come out. You finish the one you began, and it counts.
    </p>
  );
}
