import { Button } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import type { KeptStatus } from "./use-kept-form";

const WORDS: Record<KeptStatus, string> = {
  empty: "What you fill in is kept on this phone until it is sent.",
  draft: "Kept on this phone, not sent yet.",
  sending: "Sending…",
  waiting:
    "Kept on this phone, not sent yet. It is sent by itself once there is a network: leave this page open, or open it again later.",
  signed_out: "Kept on this phone, not sent yet. Sign in again and it is sent.",
  sent: "Sent. Nothing of this visit is kept on this phone any more.",
};

interface KeptStatusLineProps {
  status: KeptStatus;
  opensAgain: boolean;
  signInHref: string;
  onRemove: () => void;
}

/** Where what was filled in is now: on this phone, on its way, or with the borough. */
export function KeptStatusLine({ status, opensAgain, signInHref, onRemove }: KeptStatusLineProps) {
  const kept = status === "draft" || status === "waiting" || status === "signed_out";
  const edge = kept ? "border-prevent" : status === "sent" ? "border-green" : "border-line";
  return (
    <div className={`mb-6 rounded-lg border border-l-6 bg-paper px-4 py-3 ${edge}`}>
      <p role="status" className={kept ? "font-semibold" : undefined}>
        {WORDS[status]}
        {opensAgain && status !== "sent" ? (
          <span className="block font-normal text-ink-2 text-sm">
            This page opens here again without a network. Signing out removes it from this phone.
          </span>
        ) : null}
      </p>
      {kept ? (
        <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
          {status === "signed_out" ? <AppLink href={signInHref}>Sign in</AppLink> : null}
          <Button type="button" variant="ghost" onClick={onRemove}>
            Remove it from this phone
          </Button>
        </div>
      ) : null}
    </div>
  );
}
