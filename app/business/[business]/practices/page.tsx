import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { AppLink } from "@/components/ui/link";
import { formatDate, plural } from "@/lib/format";
import { isLapsing, statusOf, wantsAnswer } from "@/lib/practices/model";
import { DoneNotice } from "../_parts/done-notice";
import { openBusiness } from "../_parts/open";
import { Checklist } from "./_parts/checklist";
import { nextToAnswer, readPractices } from "./_parts/read";
import { RenewForm } from "./_parts/renew-form";
import { renewPracticesAction } from "./actions";

export const metadata: Metadata = { title: "Working practices" };

interface PageProps {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

export default async function PracticesPage({ params, searchParams }: PageProps) {
  const { viewer, business } = await openBusiness(params);
  const { practices, pictures, today } = await readPractices(viewer, business.id);
  const path = `/business/${business.id}/practices`;
  const toSay = practices.filter(({ said }) => wantsAnswer(said, today)).length;
  const next = nextToAnswer(practices, today);
  const essential = practices.filter(({ item }) => item.level === "essential");
  const confirmed = essential.filter(({ said }) => statusOf(said) === "confirmed").length;
  // "Does not apply" is looked at again one by one: whether it still is so is a question of its own.
  const lapsing = practices.filter(
    ({ said }) => isLapsing(said, today) && said?.declared !== "does_not_apply",
  );
  return (
    <>
      <DoneNotice done={(await searchParams).done} />
      <PageHeading
        title="Working practices"
        caption={business.name}
        lede="What a business like yours is asked to have in place. Say how each one stands today: an officer confirms it, and it counts for 12 months."
      />
      <Card className="mb-9">
        <p className="font-bold text-2xl tabular-nums">
          {confirmed} of {essential.length}
        </p>
        <p className="text-ink-2">essential practices are confirmed.</p>
        {next ? (
          <div className="mt-4">
            <LinkButton href={`${path}/${next.code}`}>
              {toSay === practices.length ? "Start" : `Go on: ${toSay} to answer`}
            </LinkButton>
          </div>
        ) : (
          <p className="mt-2 font-semibold">You have answered everything you are asked today.</p>
        )}
      </Card>
      {lapsing.length > 0 ? (
        <div className="mb-9">
          <Notice
            kind="info"
            title={`${plural(lapsing.length, "practice lapses", "practices lapse")} soon`}
          />
          <RenewForm
            action={renewPracticesAction.bind(null, business.id)}
            idempotencyKey={randomUUID()}
            options={lapsing.map(({ item, said }) => ({
              value: item.code,
              label: item.title,
              hint: `Confirmed until ${formatDate(said?.confirmedUntil ?? "")}`,
            }))}
          />
        </div>
      ) : null}
      <Checklist path={path} practices={practices} today={today} />
      <p className="mt-9">
        <AppLink href={`${path}/pictures`}>Pictures of your posters</AppLink>
        {pictures.length > 0 ? ` (${pictures.length})` : ""}
      </p>
    </>
  );
}
