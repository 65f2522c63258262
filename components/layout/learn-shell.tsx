import type { ReactNode } from "react";
import { Brand } from "@/components/layout/brand";
import { CallBar, CallCard } from "@/components/layout/call-card";
import { DemonstrationBanner } from "@/components/layout/demonstration-banner";
import { ExitLink } from "@/components/layout/exit-link";
import { type SignOutAction, SignOutForm } from "@/components/layout/sign-out-form";
import { SiteFooter } from "@/components/layout/site-footer";
import { SkipLink } from "@/components/layout/skip-link";

export type LearnShellProps = {
  /** Where the learner is, under the header: a course or a business. */
  title?: ReactNode;
  /** Where the exit leads; an ordinary page by default. */
  exitHref?: string | undefined;
  demonstration: boolean;
  person?: string | undefined;
  signOutAction?: SignOutAction | string | undefined;
  /** Where the shield leads; the learner's own start. */
  homeHref?: string | undefined;
  children: ReactNode;
};

const FRAME = "mx-auto w-full max-w-learn px-4 md:px-6";

/** The frame of the learning pages: one narrow column, the way out above, the numbers below. */
export function LearnShell(props: LearnShellProps) {
  const { demonstration, person, signOutAction } = props;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-line bg-navy text-on-navy dark:border-b">
        {demonstration ? <DemonstrationBanner /> : null}
        <div className={`${FRAME} flex min-h-15 items-center justify-between gap-4 py-1.5`}>
          <Brand short href={props.homeHref ?? "/"} />
          <ExitLink href={props.exitHref} />
        </div>
        {person || signOutAction ? (
          <div className={`${FRAME} flex items-center justify-between gap-4 text-sm print:hidden`}>
            <p>{person}</p>
            {signOutAction ? <SignOutForm action={signOutAction} /> : null}
          </div>
        ) : null}
      </header>
      <main id="main" tabIndex={-1} className={`${FRAME} flex-1 pt-5 pb-10`}>
        {props.title ? <p className="mb-2 text-ink-2 text-sm">{props.title}</p> : null}
        {props.children}
      </main>
      <div className={`${FRAME} pb-8`}>
        <CallCard />
      </div>
      <div className="bg-paper pb-17 print:pb-0">
        <SiteFooter demonstration={demonstration} frame={FRAME} />
      </div>
      <CallBar />
    </div>
  );
}
