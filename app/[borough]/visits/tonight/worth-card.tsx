import { randomUUID } from "node:crypto";
import { ConfirmForm } from "@/app/[borough]/businesses/_forms/confirm-form";
import { AppLink } from "@/components/ui/link";
import { Tag, Tags } from "@/components/ui/tag";
import { addDays } from "@/lib/dates";
import { formatDate } from "@/lib/format";
import type { WorthRow } from "@/lib/visits/tonight-queries";
import { visitTonightAction } from "../actions";

/** What lapses, in a word; measures a visit can renew. */
const LAPSING: Record<string, string> = {
  materials: "posters",
  practices: "practices",
  records: "records",
  trained: "training",
  reporting_route: "reporting course",
  night_cover: "night cover",
  safeguarding_lead: "safeguarding lead",
};

interface WorthCardProps {
  borough: string;
  row: WorthRow;
  today: string;
}

/** A business worth a visit: why, and the two ways on. */
export function WorthCard({ borough, row, today }: WorthCardProps) {
  const action = (start: boolean) => visitTonightAction.bind(null, borough, row.id, start, today);
  return (
    <li className="rounded-lg border border-line bg-paper p-4">
      <h4 className="font-semibold text-lg leading-snug">
        <AppLink href={`/${borough}/businesses/${row.id}`}>{row.name}</AppLink>
      </h4>
      <p className="mt-0.5 text-ink-2 text-sm">
        {row.address}, {row.postcode}
      </p>
      <div className="mt-2">
        <Tags>
          <Tag tone={row.visitedOn ? "plain" : "due"}>
            {row.visitedOn ? `Last visit ${formatDate(row.visitedOn)}` : "Never visited"}
          </Tag>
          {row.opensLate ? <Tag>Open after 11pm</Tag> : null}
        </Tags>
      </div>
      {row.lapsesIn ? (
        <p className="mt-2 font-semibold text-red text-sm">
          Lapses on {formatDate(addDays(row.lapsesIn, -1))}:{" "}
          {row.lapsing.map((measure) => LAPSING[measure] ?? measure).join(", ")}
        </p>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-x-3 gap-y-2">
        <ConfirmForm
          action={action(true)}
          idempotencyKey={randomUUID()}
          button="Start the visit"
          variant="small"
        />
        <ConfirmForm
          action={action(false)}
          idempotencyKey={randomUUID()}
          button="Plan it for today"
          variant="ghost"
        />
      </div>
    </li>
  );
}
