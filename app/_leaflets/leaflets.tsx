import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { SectionHeading } from "@/components/ui/section-heading";
import { SummaryList } from "@/components/ui/summary-list";
import type { FrontDoor, Handout } from "@/lib/documents/handout";
import type { Leaflet } from "@/lib/documents/leaflets";
import { formatDate } from "@/lib/format";

interface LeafletsProps {
  /** The page's own address: the files lie below it. */
  base: string;
  handout: Handout;
  /** What to say of the code for staff while there is none. */
  withoutCode: ReactNode;
}

/** The two papers of a business: to download, and what is printed on them. */
export function Leaflets({ base, handout, withoutCode }: LeafletsProps) {
  const { leaflet, door, join } = handout;
  return (
    <>
      <div className="grid gap-5 md:grid-cols-2">
        <Paper title="Aide-memoire" href={`${base}/aide-memoire.pdf`} what="aide-memoire">
          <p>“{leaflet.title}”: what to notice, what to do and whom to call, on one page of A4.</p>
          <p className="mt-2 text-ink-2">For the back office, the staff room and new people.</p>
        </Paper>
        <Paper title="Poster" href={`${base}/poster.pdf`} what="poster">
          <p>“{leaflet.poster.headline}” and the two numbers, to be read across a room.</p>
          <p className="mt-2 text-ink-2">
            For a wall where staff see it: whoever scans its code can ask to join.
          </p>
        </Paper>
      </div>
      <section className="mt-8">
        <SectionHeading title="What is printed on them" />
        <SummaryList
          rows={[
            { label: "Children's services", value: <Door door={door} /> },
            {
              label: "Code for staff",
              value: join ? "The business's own, as a QR code and to type" : withoutCode,
            },
            { label: "Words reviewed by", value: formatDate(leaflet.review_on) },
            { label: "Source", value: leaflet.source },
          ]}
        />
      </section>
      <div className="mt-6 max-w-read">
        <Details summary="Read the words here">
          <Words leaflet={leaflet} />
        </Details>
      </div>
    </>
  );
}

interface PaperProps {
  title: string;
  href: string;
  what: string;
  children: ReactNode;
}

function Paper({ title, href, what, children }: PaperProps) {
  return (
    <Card title={title}>
      {children}
      <p className="mt-4">
        <a href={href} download className={buttonClass("primary")}>
          Download the {what} (PDF)
        </a>
      </p>
    </Card>
  );
}

function Door({ door }: { door: FrontDoor | null }) {
  if (!door) return "Not confirmed by the borough yet: they say to call 101";
  const ways = [door.teamName, door.phone, door.email].filter(Boolean).join(", ");
  return (
    <>
      {ways}
      <span className="block text-sm">
        {door.confirmedOn
          ? `Confirmed by the borough on ${formatDate(door.confirmedOn)}`
          : "Not confirmed by the borough yet, and they say so"}
      </span>
    </>
  );
}

function Words({ leaflet }: { leaflet: Leaflet }) {
  const parts = [
    { title: "What you may notice", lines: leaflet.notice },
    { title: "What to do", lines: leaflet.do },
    { title: "Stay clear of", lines: leaflet.leave },
    { title: "On the poster", lines: [leaflet.poster.headline, ...leaflet.poster.lines] },
  ];
  return (
    <>
      <p className="font-semibold">{leaflet.lead}</p>
      {parts.map(({ title, lines }) => (
        <section key={title} className="mt-4">
          <h3>{title}</h3>
          <ul className="mt-1 list-disc pl-5">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
