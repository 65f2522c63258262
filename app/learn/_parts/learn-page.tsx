import type { ReactNode } from "react";
import { LearnShell } from "@/components/layout/learn-shell";
import type { LearnerViewer } from "@/lib/auth/current";
import { isSharedDevice } from "@/lib/auth/shared-device";
import { isDemonstration } from "@/lib/env";
import { homeHref } from "./addresses";
import { IdleReturn } from "./idle-return";

/** Signs out, and has the browser drop what these pages left on the device. */
const FINISH = "/finish";

interface LearnPageProps {
  viewer: LearnerViewer;
  /** Where the learner is, over the page. */
  title?: ReactNode;
  /** Leaves the name and Sign out away, so that a lesson has the screen to itself. */
  quiet?: boolean;
  children: ReactNode;
}

/** The frame of every learning page. */
export async function LearnPage({ viewer, title, quiet, children }: LearnPageProps) {
  const shared = await isSharedDevice();
  return (
    <LearnShell
      title={title}
      homeHref={homeHref(viewer.businessId)}
      demonstration={isDemonstration()}
      {...(quiet ? {} : { person: viewer.name, signOutAction: FINISH })}
    >
      {children}
      {shared ? <IdleReturn action={FINISH} /> : null}
    </LearnShell>
  );
}
