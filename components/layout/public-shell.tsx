import type { ReactNode } from "react";
import { Brand } from "@/components/layout/brand";
import { CallCard } from "@/components/layout/call-card";
import { DemonstrationBanner } from "@/components/layout/demonstration-banner";
import { ExitLink } from "@/components/layout/exit-link";
import { SiteFooter } from "@/components/layout/site-footer";
import { SkipLink } from "@/components/layout/skip-link";
import { AppLink } from "@/components/ui/link";

export type PublicShellProps = {
  demonstration: boolean;
  /** "form" for one narrow column, "page" (the default) for the whole width. */
  width?: "form" | "page" | undefined;
  /** Links at the right of the header, such as Sign in. */
  links?: { href: string; label: string }[] | undefined;
  callCard?: boolean | undefined;
  exitHref?: string | undefined;
  children: ReactNode;
};

/** The frame of the pages anyone can open. */
export function PublicShell(props: PublicShellProps) {
  const { demonstration, links = [], callCard = true } = props;
  const frame = `mx-auto w-full px-4 md:px-6 ${props.width === "form" ? "max-w-learn" : "max-w-page"}`;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-line bg-navy text-on-navy dark:border-b">
        {demonstration ? <DemonstrationBanner /> : null}
        <div
          className={`${frame} flex min-h-15 flex-wrap items-center justify-between gap-x-4 py-1.5`}
        >
          <Brand short="phone" />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-1 text-sm print:hidden max-sm:gap-x-4">
            {links.map((link) => (
              <AppLink
                key={link.href}
                href={link.href}
                className="inline-flex min-h-11 items-center text-on-navy"
              >
                {link.label}
              </AppLink>
            ))}
            <ExitLink href={props.exitHref} />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={`${frame} flex-1 pt-8 pb-10`}>
        {props.children}
      </main>
      {callCard ? (
        <div className={`${frame} pb-10`}>
          <CallCard />
        </div>
      ) : null}
      <SiteFooter demonstration={demonstration} frame={frame} />
    </div>
  );
}
