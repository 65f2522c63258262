import { AppLink } from "@/components/ui/link";
import type { ScenarioTitle } from "@/lib/training/scenario-queries";
import { scenarioHref } from "../../../../../_parts/addresses";

interface ScenariosProps {
  business: string;
  recordId: string;
  scenarios: readonly ScenarioTitle[];
}

/** Stories that belong to this lesson: what would you do? */
export function Scenarios({ business, recordId, scenarios }: ScenariosProps) {
  return scenarios.map((scenario) => (
    <aside
      key={scenario.id}
      aria-labelledby={`scenario-${scenario.id}`}
      className="mt-6 rounded-lg border border-line bg-paper p-4 print:hidden"
    >
      <p className="text-ink-2 text-sm">What would you do?</p>
      <h2 id={`scenario-${scenario.id}`} className="mt-0.5 text-lg">
        <AppLink href={scenarioHref(business, recordId, scenario.id)}>{scenario.title}</AppLink>
      </h2>
      <p className="mt-1">{scenario.summary}</p>
    </aside>
  ));
}
