"use client";

import { useEffect, useRef } from "react";

const IDLE_MINUTES = 5;

/** On a shared device: whoever walks away is signed out after five minutes without a touch. */
export function IdleReturn({ action }: { action: string }) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    let timer = 0;
    const restart = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => form.current?.submit(), IDLE_MINUTES * 60_000);
    };
    const signs = ["pointerdown", "keydown", "scroll"] as const;
    restart();
    for (const sign of signs) addEventListener(sign, restart, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) removeEventListener(sign, restart);
    };
  }, []);
  return <form ref={form} action={action} method="post" hidden />;
}
