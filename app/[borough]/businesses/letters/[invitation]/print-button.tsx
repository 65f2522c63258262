"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";

const never = () => () => {};

/** Opens the browser's print window; without JavaScript there is no button, and printing still works. */
export function PrintButton() {
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return scripted ? (
    <Button type="button" onClick={() => window.print()}>
      Print
    </Button>
  ) : null;
}
