import type { ReactNode } from "react";
import { Brand } from "@/components/layout/brand";
import { CallCard } from "@/components/layout/call-card";
import { DemonstrationBanner } from "@/components/layout/demonstration-banner";
import { MainNav, type NavItem } from "@/components/layout/main-nav";
import { type SignOutAction, SignOutForm } from "@/components/layout/sign-out-form";
import { SiteFooter } from "@/components/layout/site-footer";
import { SkipLink } from "@/components/layout/skip-link";
import { AppLink } from "@/components/ui/link";

export type Place = {
  /** Where the reader is working, such as "Westminster". */
  name: string;
  switchHref?: string | undefined;
  /** Defaults to "change borough". */
  switchLabel?: string | undefined;
};

export type PageShellProps = {
  place?: Place | undefined;
  person?: string | undefined;
  signOutAction: SignOutAction;
  nav?: NavItem[] | undefined;
  demonstration: boolean;
  wide?: boolean | undefined;
  /** On unless a page shows its own. */
  callCard?: boolean | undefined;
  children: ReactNode;
};

/** The frame of every page of somebody signed in. */
export function PageShell(props: PageShellProps) {
  const { place, person, nav, demonstration, callCard = true } = props;
  const frame = `mx-auto w-full px-4 md:px-6 ${props.wide ? "max-w-wide" : "max-w-page"}`;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="bg-navy text-on-navy">
        {demonstration ? <DemonstrationBanner /> : null}
        <div
          className={`${frame} flex min-h-15 flex-wrap items-center justify-between gap-x-6 gap-y-0 py-1 print:hidden`}
        >
          <Brand />
          <div className="flex items-center gap-x-6 text-sm max-sm:w-full max-sm:justify-between">
            {place ? (
              <p className="flex min-w-0 flex-wrap items-center gap-x-2">
                {place.name}
                {place.switchHref ? (
                  <AppLink
                    href={place.switchHref}
                    className="inline-flex min-h-11 items-center text-on-navy-2 text-xs"
                  >
                    {place.switchLabel ?? "change borough"}
                  </AppLink>
                ) : null}
              </p>
            ) : null}
            {person ? <p className="max-sm:hidden">{person}</p> : null}
            <SignOutForm action={props.signOutAction} />
          </div>
        </div>
      </header>
      {nav && nav.length > 0 ? <MainNav items={nav} frame={frame} /> : null}
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
