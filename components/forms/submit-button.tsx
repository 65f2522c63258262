"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "@/components/ui/button";

export type SubmitButtonProps = Omit<ButtonProps, "type"> & {
  /** What it says while the answer is on its way. */
  pendingLabel?: string | undefined;
  /** For a form that is sent by script, where the browser cannot tell that it is on its way. */
  pending?: boolean | undefined;
};

/** Sends the form once: it waits while the server works, and says so. */
export function SubmitButton({
  pendingLabel = "Saving…",
  pending = false,
  children,
  disabled,
  ...rest
}: SubmitButtonProps) {
  const status = useFormStatus();
  const waiting = pending || status.pending;
  return (
    <Button {...rest} type="submit" disabled={disabled === true || waiting} aria-live="polite">
      {waiting ? pendingLabel : children}
    </Button>
  );
}
