"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

/** Reads the lesson aloud with a voice of the device itself; there only where the browser can. */
export function ReadAloud() {
  const [state, setState] = useState<"none" | "ready" | "reading">("none");
  const [said, setSaid] = useState("");
  const stop = useRef<() => void>(undefined);
  useEffect(() => {
    if ("speechSynthesis" in window) setState("ready");
    return () => stop.current?.();
  }, []);
  if (state === "none") return null;

  const press = async () => {
    if (state === "reading") return stop.current?.();
    setState("reading");
    const { readAloud, NO_VOICE } = await import("./speech");
    const ready = () => setState("ready");
    const stopped = await readAloud(document.querySelector(".prose"), ready);
    if (stopped) stop.current = stopped;
    else {
      ready();
      setSaid(NO_VOICE);
    }
  };
  return (
    <div className="mb-3 print:hidden">
      <Button variant="ghost" type="button" onClick={press}>
        {state === "reading" ? "Stop reading" : "Read aloud"}
      </Button>
      <p role="status" className="mt-2 text-sm empty:mt-0">
        {said}
      </p>
    </div>
  );
}
