import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tag } from "@/components/ui/tag";
import { TaskList } from "@/components/ui/task-list";
import { formatDate } from "@/lib/format";
import { listMySessions } from "@/lib/group-sessions/queries";
import { listMyChanges } from "@/lib/training/change-queries";
import { certificateState, newerUntil } from "@/lib/training/model";
import { getLearningPlace, listMyCertificates, listMyCourses } from "@/lib/training/queries";
import { listMyLanguages } from "@/lib/training/translation-queries";
import { certificateHref, first, passportHref } from "../_parts/addresses";
import { CERTIFICATE_TAGS } from "../_parts/certificate-tags";
import { changeTask, courseTask } from "../_parts/course-task";
import { LanguageForm } from "../_parts/language-form";
import { LearnPage } from "../_parts/learn-page";
import { readAsLearner } from "../_parts/learner";
import { Problem } from "../_parts/problem";
import { SessionCard } from "../_parts/session-card";
import { SupportForYou } from "../_parts/support";

export const metadata: Metadata = { title: "Your training" };

interface LearnHomeProps {
  params: Promise<{ business: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function LearnHome({ params, searchParams }: LearnHomeProps) {
  const { business } = await params;
  const { viewer, view } = await readAsLearner(business, async (ctx) => ({
    place: await getLearningPlace(ctx),
    courses: await listMyCourses(ctx),
    changes: await listMyChanges(ctx),
    certificates: await listMyCertificates(ctx),
    sessions: await listMySessions(ctx),
    languages: await listMyLanguages(ctx),
    today: ctx.today,
  }));
  const { place, courses, changes, certificates, sessions, today } = view;
  const { error, done } = await searchParams;
  // Two changes of one course are read one after the other: its first is the line.
  const unread = changes.filter(
    (change) => changes.find((one) => one.courseSlug === change.courseSlug) === change,
  );
  const tasks = [
    ...unread.map((change) => changeTask(business, change)),
    ...courses.map((course) => courseTask(business, course, today)),
  ];
  return (
    <LearnPage viewer={viewer}>
      <Problem code={first(error)} />
      {first(done) === "language" ? (
        <Notice kind="success" title="Saved">
          Your lessons are shown in this language wherever they are ready.
        </Notice>
      ) : null}
      {first(done) === "change" ? (
        <Notice kind="success" title="Thank you">
          You have read what changed.
        </Notice>
      ) : null}
      <PageHeading caption={place.business} title="Your training" />
      {place.closed ? (
        <Notice kind="info" title="This business has closed">
          No training can start here. Your certificates stay yours.
        </Notice>
      ) : place.confirmedOn ? null : (
        <Notice kind="info" title="Your manager has not confirmed you yet">
          You can start now. Your training counts once they do.
        </Notice>
      )}
      {sessions.map((session) => (
        <SessionCard key={session.id} business={business} session={session} />
      ))}
      {tasks.length > 0 ? (
        <TaskList items={tasks} />
      ) : (
        <EmptyState title="No course is asked of you yet">
          When your borough asks for one, it appears here. Ask your manager if you expected it
          today.
        </EmptyState>
      )}
      {certificates.length > 0 ? (
        <section className="mt-8">
          <SectionHeading title="Your certificates" />
          <ul className="rounded-lg border border-line bg-paper">
            {certificates.map((certificate) => {
              const state = certificateState(today, {
                ...certificate,
                newerUntil: newerUntil(certificates, certificate),
              });
              return (
                <li
                  key={certificate.id}
                  className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-t px-4 py-3 first:border-t-0"
                >
                  {certificate.fromElsewhere ? (
                    <span>
                      {certificate.course}: your training elsewhere, accepted until{" "}
                      {formatDate(certificate.expiresOn)}
                    </span>
                  ) : (
                    <AppLink href={certificateHref(business, certificate.id)}>
                      {certificate.course}, {formatDate(certificate.issuedOn)}
                    </AppLink>
                  )}
                  <Tag tone={state === "valid" ? "ok" : "off"}>{CERTIFICATE_TAGS[state]}</Tag>
                </li>
              );
            })}
          </ul>
          <p className="mt-3">
            <AppLink href={passportHref(business)}>Your training passport</AppLink>: all of them
            with their codes, to show to your next employer.
          </p>
        </section>
      ) : null}
      <LanguageForm business={business} languages={view.languages} />
      <div className="mt-8">
        <SupportForYou />
      </div>
    </LearnPage>
  );
}
