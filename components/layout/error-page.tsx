import type { ReactNode } from "react";
import { CallCard } from "@/components/layout/call-card";
import { DemonstrationBanner } from "@/components/layout/demonstration-banner";
import { BRAND_CLASS, Shield } from "@/components/layout/shield";
import { SkipLink } from "@/components/layout/skip-link";

export type ErrorPageProps = {
  title: string;
  demonstration?: boolean | undefined;
  children: ReactNode;
};

/**
 * A page that says what went wrong, in words, and what to do. It travels with every page to the
 * browser, so it uses plain links: after an error a full load is also the safer way.
 */
export function ErrorPage({ title, demonstration, children }: ErrorPageProps) {
  const frame = "mx-auto w-full max-w-learn px-4 md:px-6";
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-line bg-navy text-on-navy dark:border-b">
        {demonstration ? <DemonstrationBanner /> : null}
        <div className={`${frame} flex min-h-15 items-center py-1.5`}>
          <a href="/" className={BRAND_CLASS}>
            <Shield />
            Operation Make Safe
          </a>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={`${frame} flex-1 pt-8 pb-10`}>
        <h1>{title}</h1>
        <div className="prose mt-4">{children}</div>
      </main>
      <div className={`${frame} pb-10`}>
        <CallCard />
      </div>
    </div>
  );
}
