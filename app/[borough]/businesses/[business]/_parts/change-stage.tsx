import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { isInScope } from "@/lib/businesses/model";
import type { Stage } from "@/lib/db/schema/businesses";

/** The ways out of scope and back, at the foot of the page. */
export function ChangeStage({ path, stage }: { path: string; stage: Stage }) {
  return (
    <section className="print:hidden">
      <SectionHeading title="Something has changed" />
      <ul className="space-y-2">
        {isInScope(stage) ? (
          <li>
            <AppLink href={`${path}/exclude`}>Leave it out of the figures</AppLink>
          </li>
        ) : (
          <li>
            <AppLink href={`${path}/reopen`}>Bring it back into scope</AppLink>
          </li>
        )}
        {stage === "closed" ? null : (
          <li>
            <AppLink href={`${path}/close`}>It has stopped trading</AppLink>
          </li>
        )}
      </ul>
    </section>
  );
}
