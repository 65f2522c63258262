import { AimCard } from "@/components/charts/aim-card";
import { AppLink } from "@/components/ui/link";
import type { BoroughFrame } from "@/lib/coverage/dashboard-queries";
import { type BusinessAim, PREPARE_MEASURES } from "@/lib/coverage/model";
import { type CellSum, shareAt } from "@/lib/coverage/series";
import { targetOf } from "@/lib/coverage/targets";
import { addDays, monthStart } from "@/lib/dates";
import { formatDate, formatMonth, formatNumber } from "@/lib/format";

interface AimCardsProps {
  borough: string;
  cells: readonly CellSum[];
  frame: BoroughFrame;
  today: string;
}

const CARDS: readonly { aim: BusinessAim; label: string; what: string }[] = [
  { aim: "prevent", label: "Prevent", what: "businesses trained and showing materials" },
  { aim: "protect", label: "Protect", what: "businesses with a lead and every essential practice" },
  { aim: "pursue", label: "Pursue", what: "businesses ready to report, with records seen" },
];

/** The four aims: how many of how many, against the target, and what changed since last month. */
export function AimCards({ borough, cells, frame, today }: AimCardsProps) {
  const month = monthStart(today);
  return (
    <section aria-label="The four aims">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <PrepareCard borough={borough} frame={frame} />
        {CARDS.map(({ aim, label, what }) => (
          <AimCard
            key={aim}
            aim={aim}
            label={label}
            what={what}
            count={{ ...shareAt(cells, aim, month), href: `/${borough}/businesses?meets=${aim}` }}
            target={targetOf(aim, frame.targets)}
            note={changeSince(cells, aim, today)}
          />
        ))}
      </div>
      <p className="mt-3 flex flex-wrap gap-x-6 text-sm print:hidden">
        <AppLink href={`/${borough}/measures`}>What these figures count</AppLink>
      </p>
    </section>
  );
}

function PrepareCard({ borough, frame }: Pick<AimCardsProps, "borough" | "frame">) {
  const held = PREPARE_MEASURES.map(({ id, label }) => ({
    label,
    row: frame.held.find((row) => row.measure === id),
  }));
  const missing = held.filter(({ row }) => !row);
  const next = held
    .flatMap(({ label, row }) => (row?.metUntil ? [{ label, until: row.metUntil }] : []))
    .sort((a, b) => (a.until < b.until ? -1 : 1))[0];
  return (
    <AimCard
      aim="prepare"
      label="Prepare"
      what="borough actions in date"
      count={{ met: held.length - missing.length, of: held.length, href: `/${borough}/aims` }}
      target={targetOf("prepare", frame.targets)}
      note={
        missing[0]
          ? `Not in date: ${missing.map(({ label }) => label.toLowerCase()).join(", ")}`
          : next && `${next.label} lapses on ${formatDate(addDays(next.until, -1))}`
      }
    />
  );
}

function changeSince(cells: readonly CellSum[], aim: BusinessAim, today: string): string {
  const before = monthStart(today, -1);
  const change = shareAt(cells, aim, monthStart(today)).met - shareAt(cells, aim, before).met;
  const month = formatMonth(before);
  if (change === 0) return `No change since ${month}`;
  return `${change > 0 ? "+" : "−"}${formatNumber(Math.abs(change))} since ${month}`;
}
