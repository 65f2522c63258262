import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { idOrNotFound, readOrNotFound } from "@/app/[borough]/_page/read";
import { ConfirmForm } from "@/app/[borough]/businesses/_forms/confirm-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { getRule } from "@/lib/assignments/rule-queries";
import { whatIsAsked, whoIsAsked } from "@/lib/assignments/rules";
import { requireBorough } from "@/lib/auth/current";
import { plural } from "@/lib/format";
import { endRuleAction } from "../../actions";

export const metadata: Metadata = { title: "End a rule for training" };

interface PageProps {
  params: Promise<{ borough: string; rule: string }>;
}

export default async function EndRulePage({ params }: PageProps) {
  const { borough, rule } = await params;
  const viewer = await requireBorough(borough);
  const id = idOrNotFound(rule);
  const row = await readOrNotFound(viewer, (ctx) => getRule(ctx, id));
  const path = `/${borough}/training/rules`;
  return (
    <>
      <Breadcrumbs
        items={[
          { href: `/${borough}/training`, label: "Training" },
          { href: path, label: "Rules" },
        ]}
      />
      <PageHeading
        title="End this rule?"
        caption={`${whoIsAsked(row, row.sectorPlural)}: “${row.courseTitle}”`}
        lede={`${whatIsAsked(row)}. Nobody further is asked by it. The ${plural(row.asked, "business", "businesses")} it has asked stay asked, by the same date, until you stop asking each of them.`}
      />
      <ConfirmForm
        action={endRuleAction.bind(null, borough, id)}
        idempotencyKey={randomUUID()}
        button="End the rule"
        variant="danger"
        cancelHref={path}
      />
    </>
  );
}
