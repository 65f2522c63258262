"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

/** Reads the lesson aloud with a voice of the device itself; there only where the browser can. */
export function ReadAloud() {
  const [state, setState] = useState<"none" | "ready" | "reading" | "voiceless">("none");
  const stop = useRef<() => void>(undefined);
  useEffect(() => {
    if ("speechSynthesis" in window) setState("ready");
    return () => stop.current?.();
  }, []);
  if (state === "none") return null;

  const press = async () => {
    if (state === "reading") return stop.current?.();
    setState("reading");
    const { readAloud } = await import("./speech");
    const text = document.querySelector(".prose");
    const stopped = await readAloud(text, () => setState("ready"));
    if (stopped) stop.current = stopped;
    else setState("voiceless");
  };
  return (
    <div className="mb-3 print:hidden">
      <Button variant="ghost" type="button" onClick={() => void press()}>
        {state === "reading" ? "Stop reading" : "Read aloud"}
      </Button>
      <p role="status" className={state === "voiceless" ? "mt-2 text-sm" : "sr-only"}>
        {state === "voiceless"
          ? "This device has no English voice of its own. You may find one in its settings, under speech or accessibility."
          : ""}
      </p>
    </div>
  );
}
