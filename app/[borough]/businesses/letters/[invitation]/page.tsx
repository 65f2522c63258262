import type { Metadata } from "next";
import { idOrNotFound, readOrNotFound, textOf } from "@/app/[borough]/_page/read";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { requireBorough, requireHolder } from "@/lib/auth/current";
import { groupSecret, linkSecret } from "@/lib/auth/secrets";
import type { Params } from "@/lib/businesses/filters";
import { env } from "@/lib/env";
import { plural } from "@/lib/format";
import { getLetters } from "@/lib/people/invitation-queries";
import { Letter } from "./letter";
import { PrintButton } from "./print-button";

export const metadata: Metadata = { title: "Letters to print" };

interface PageProps {
  params: Promise<{ borough: string; invitation: string }>;
  searchParams: Promise<Params>;
}

export default async function LetterPage({ params, searchParams }: PageProps) {
  const { borough, invitation } = await params;
  const viewer = await requireBorough(borough);
  const id = idOrNotFound(invitation);
  const batch = textOf(await searchParams, "batch") === "1";
  const letters = await readOrNotFound(viewer, (ctx) => getLetters(ctx, id, { batch }));
  const holder = await requireHolder();
  const name = holder.memberships.find((m) => m.boroughCode === borough)?.boroughName ?? borough;
  const site = `${env().PORTAL_URL}/invitations/${borough}`;

  return (
    <>
      <div className="print:hidden">
        <Breadcrumbs items={[{ href: `/${borough}/businesses`, label: "Businesses" }]} />
        <PageHeading title={plural(letters.length, "letter", "letters")} tools={<PrintButton />} />
        <Notice kind="success" title="Ready to print and post">
          Print this page: each letter is a page of its own. You can come back to a letter from the
          page of its business until somebody accepts it.
        </Notice>
      </div>
      {letters.map((letter) => {
        const secret = linkSecret("invitation", borough, letter.id);
        return (
          <Letter
            key={letter.id}
            letter={letter}
            boroughName={name}
            typedAddress={site}
            typedCode={groupSecret(secret)}
            link={`${site}/${secret}`}
          />
        );
      })}
    </>
  );
}
