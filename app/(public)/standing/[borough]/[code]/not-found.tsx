import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { Prose } from "@/components/ui/prose";
import { isDemonstration } from "@/lib/env";

export const metadata: Metadata = { title: "Link not known" };

/** A link nobody made, one with a slip in it, or one that was switched off. */
export default function UnknownStanding() {
  return (
    <PublicShell demonstration={isDemonstration()} width="form">
      <PageHeading title="We do not know this link" />
      <Prose>
        <p>
          Check that the whole address was copied. The business may also have stopped sharing how it
          stands: ask it for a new link.
        </p>
      </Prose>
    </PublicShell>
  );
}
