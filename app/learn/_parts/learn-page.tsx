import { headers } from "next/headers";
import type { ReactNode } from "react";
import { LearnShell } from "@/components/layout/learn-shell";
import type { LearnerViewer } from "@/lib/auth/current";
import { isSharedDevice } from "@/lib/auth/shared-device";
import { isDemonstration } from "@/lib/env";
import { homeHref } from "./addresses";

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

/** The request's nonce, which the proxy wrote into the policy. */
async function readNonce(): Promise<string | undefined> {
  const policy = (await headers()).get("Content-Security-Policy") ?? "";
  return /'nonce-([^']+)'/.exec(policy)?.[1];
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
      {shared ? <script async src="/idle-return.js" nonce={await readNonce()} /> : null}
    </LearnShell>
  );
}
