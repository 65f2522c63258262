"use client";

import { useEffect } from "react";

const WITHIN_MS = 5000;

/** Shift three times, or the exit link, leaves without keeping this page in the Back button. */
export function ExitKeys({ href }: { href: string }) {
  useEffect(() => {
    let presses: number[] = [];

    function leave() {
      document.body.hidden = true;
      window.location.replace(href);
    }

    function onKey(event: KeyboardEvent) {
      if (event.repeat) return;
      if (event.key !== "Shift") {
        presses = [];
        return;
      }
      const now = Date.now();
      presses = [...presses.filter((at) => now - at < WITHIN_MS), now];
      if (presses.length >= 3) leave();
    }

    function onClick(event: MouseEvent) {
      const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (!plain || !(event.target instanceof Element)) return;
      if (!event.target.closest("[data-exit]")) return;
      event.preventDefault();
      leave();
    }

    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick);
    };
  }, [href]);

  return null;
}
