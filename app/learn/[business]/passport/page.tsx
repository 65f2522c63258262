import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { buttonClass } from "@/components/ui/button-class";
import { AppLink } from "@/components/ui/link";
import { QrCode } from "@/components/ui/qr-code";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tag } from "@/components/ui/tag";
import { PASSPORT_STEPS } from "@/lib/documents/model";
import { formatDate } from "@/lib/format";
import { certificateHref, homeHref, passportHref } from "../../_parts/addresses";
import { CERTIFICATE_TAGS } from "../../_parts/certificate-tags";
import { LearnPage } from "../../_parts/learn-page";
import { loadPassport } from "./load";

export const metadata: Metadata = { title: "Your training passport" };

interface PassportPageProps {
  params: Promise<{ business: string }>;
}

export default async function PassportPage({ params }: PassportPageProps) {
  const { business } = await params;
  const { viewer, entries } = await loadPassport(business);
  return (
    <LearnPage viewer={viewer} title={<AppLink href={homeHref(business)}>Your training</AppLink>}>
      <PageHeading
        title="Your training passport"
        caption={viewer.name}
        lede="All your certificates in one place, to take with you to the next job."
      />
      {entries.length === 0 ? (
        <EmptyState title="You hold no certificate yet">
          Pass a course, and it appears here with a code that proves it.
        </EmptyState>
      ) : (
        <>
          <p className="mb-6 print:hidden">
            <a
              href={`${passportHref(business)}/passport.pdf`}
              className={buttonClass("primary")}
              download
            >
              Download the passport (PDF)
            </a>
          </p>
          <section className="mb-8">
            <SectionHeading title="How it is used" />
            <ol className="max-w-read list-decimal space-y-1 pl-6">
              {PASSPORT_STEPS.map((step) => (
                <li key={step}>{step}.</li>
              ))}
            </ol>
            <p className="mt-3 max-w-read text-ink-2 print:hidden">
              Keep it before you leave: when your leaving is recorded you can no longer sign in
              here. The codes go on working.
            </p>
          </section>
          <ul className="grid gap-5">
            {entries.map(({ id, course, issuedOn, expiresOn, state, proof }) => (
              <li
                key={id}
                className="flex break-inside-avoid flex-wrap items-start gap-5 rounded-lg border border-line bg-paper p-5"
              >
                <QrCode text={proof.href} title={`Code for the public page of ${course}`} />
                <div className="min-w-60 flex-1">
                  <h2 className="text-xl">
                    <AppLink href={certificateHref(business, id)}>{course}</AppLink>
                  </h2>
                  <p className="mt-2">
                    <Tag tone={state === "valid" ? "ok" : "off"}>{CERTIFICATE_TAGS[state]}</Tag>
                  </p>
                  <p className="mt-2">
                    Passed on {formatDate(issuedOn)}. Counts until {formatDate(expiresOn)}.
                  </p>
                  <p className="mt-2">
                    Scan the code, or at <b>{proof.typedAt}</b> type{" "}
                    <b className="break-words">{proof.code}</b>
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </LearnPage>
  );
}
