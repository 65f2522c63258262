"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const MILLISECONDS = 2000;

/** Brings the page up to date while the worker writes; without JavaScript the browser loads it anew. */
export function LookAgain() {
  const { refresh } = useRouter();
  useEffect(() => {
    const timer = setInterval(refresh, MILLISECONDS);
    return () => clearInterval(timer);
  }, [refresh]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="3" />
    </noscript>
  );
}
