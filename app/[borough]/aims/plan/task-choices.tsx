import { AppLink } from "@/components/ui/link";
import { ACTION_KINDS, KIND_WORDS } from "@/lib/aims/model";

/** The kinds of action, each a link to its form. */
export function TaskChoices({ path }: { path: string }) {
  return (
    <ul className="max-w-read rounded-lg border border-line bg-paper">
      {ACTION_KINDS.map((kind) => (
        <li
          key={kind}
          className="relative border-line border-t px-4 py-3.5 first:border-t-0 hover:bg-wash"
        >
          <AppLink
            href={`${path}?kind=${kind}`}
            className="font-semibold after:absolute after:inset-0"
          >
            {KIND_WORDS[kind].label}
          </AppLink>
          <p className="mt-0.5 text-ink-2 text-sm">{KIND_WORDS[kind].task}</p>
        </li>
      ))}
    </ul>
  );
}
