import type { ReactNode } from "react";
import { signOutAction } from "@/app/(sign-in)/sign-out";
import { LearnShell } from "@/components/layout/learn-shell";
import type { LearnerViewer } from "@/lib/auth/current";
import { isDemonstration } from "@/lib/env";
import { homeHref } from "./addresses";

interface LearnPageProps {
  viewer: LearnerViewer;
  /** Where the learner is, over the page. */
  title?: ReactNode;
  /** Leaves the name and Sign out away, so that a lesson has the screen to itself. */
  quiet?: boolean;
  children: ReactNode;
}

/** The frame of every learning page. */
export function LearnPage({ viewer, title, quiet, children }: LearnPageProps) {
  return (
    <LearnShell
      title={title}
      homeHref={homeHref(viewer.businessId)}
      demonstration={isDemonstration()}
      {...(quiet ? {} : { person: viewer.name, signOutAction })}
    >
      {children}
    </LearnShell>
  );
}
