import type { InvitationRow } from "@/lib/people/invitation-queries";

/** What became of an invitation's e-mail, where that is worth knowing. Nothing for a letter. */
export function MailFate({ mail }: { mail: InvitationRow["mail"] }) {
  if (mail === "failed") {
    return (
      <span className="mt-1 block font-semibold text-red text-sm">
        The e-mail could not be delivered. Check the address and invite again.
      </span>
    );
  }
  if (mail !== "waiting") return null;
  return <span className="mt-1 block text-ink-2 text-sm">The e-mail is on its way.</span>;
}
