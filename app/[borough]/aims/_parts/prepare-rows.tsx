import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/link";
import { type BoroughMeasure, holdsUntil, PREPARE_MEASURES } from "@/lib/aims/model";
import type { listMetNow, SectorRegister } from "@/lib/aims/queries";
import type { TeamRow } from "@/lib/aims/settings-queries";
import { formatDate, formatNumber, plural } from "@/lib/format";
import type { NamedAction } from "./open";
import type { PrepareRow } from "./prepare-table";

interface PrepareFacts {
  path: string;
  today: string;
  mayPlan: boolean;
  met: Awaited<ReturnType<typeof listMetNow>>;
  open: readonly NamedAction[];
  done: readonly NamedAction[];
  registers: readonly SectorRegister[];
  teams: readonly TeamRow[];
}

/** The five rows of Prepare, in their order. */
export function prepareRows(facts: PrepareFacts): PrepareRow[] {
  return PREPARE_MEASURES.map((measure) => {
    const last = facts.done.find((action) => action.kind === measure);
    return {
      measure,
      met: facts.met[measure] ?? null,
      now: nowOf(measure, last, facts),
      evidence: measure === "council_staff" ? null : (last?.evidence ?? null),
      next: facts.open.find((action) => action.kind === measure),
      planHref: facts.mayPlan ? `${facts.path}/plan?kind=${measure}` : undefined,
    };
  });
}

function nowOf(
  measure: BoroughMeasure,
  last: NamedAction | undefined,
  { path, registers, teams, today }: PrepareFacts,
): ReactNode {
  if (measure === "register") return <Registers rows={registers} today={today} />;
  if (measure === "council_staff") return <Teams path={path} rows={teams} />;
  if (!last?.doneOn) return "Nothing recorded yet";
  if (measure === "lead") {
    return `${last.leadName}, ${last.leadPost}: ${formatDate(last.doneOn)}`;
  }
  if (measure === "agreement") return `Signed ${formatDate(last.doneOn)}`;
  return `Held ${formatDate(last.doneOn)}`;
}

function Registers({ rows, today }: { rows: readonly SectorRegister[]; today: string }) {
  return (
    <ul>
      {rows.map(({ code, label, lastOn }) => (
        <li key={code}>
          {label}: {registerState(lastOn, today)}
        </li>
      ))}
    </ul>
  );
}

function registerState(lastOn: string | null, today: string): string {
  const until = lastOn === null ? null : holdsUntil("register", lastOn);
  if (until === null) return "never reconciled";
  return `${until < today ? "lapsed on" : "until"} ${formatDate(until)}`;
}

function Teams({ path, rows }: { path: string; rows: readonly TeamRow[] }) {
  const sum = (pick: (row: TeamRow) => number) => rows.reduce((all, row) => all + pick(row), 0);
  if (rows.length === 0) return <AppLink href={`${path}/teams`}>No team is listed yet</AppLink>;
  return (
    <AppLink href={`${path}/teams`}>
      {formatNumber(sum((row) => row.trained))} of{" "}
      {plural(
        sum((row) => row.headcount),
        "person",
        "people",
      )}{" "}
      in {plural(rows.length, "team", "teams")}
    </AppLink>
  );
}
