import { EmptyState } from "@/components/layout/empty-state";
import { LinkButton } from "@/components/ui/button";

/** A borough that has just been set up: what to do first. */
export function NothingYet({ borough }: { borough: string }) {
  return (
    <div className="mb-6">
      <EmptyState
        title="No businesses yet"
        action={
          <div className="flex flex-wrap gap-2.5">
            <LinkButton href={`/${borough}/register`}>Import a register</LinkButton>
            <LinkButton href={`/${borough}/businesses/add`} variant="ghost">
              Add one by hand
            </LinkButton>
          </div>
        }
      >
        <p>
          Start with your licensing register as a CSV file. You see what was understood before
          anything is written.
        </p>
      </EmptyState>
    </div>
  );
}
