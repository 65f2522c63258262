"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "@/components/ui/button";

export type SubmitButtonProps = Omit<ButtonProps, "type"> & {
  /** What it says while the answer is on its way. */
  pendingLabel?: string | undefined;
};

/** Sends the form once: it waits while the server works, and says so. */
export function SubmitButton({
  pendingLabel = "Saving…",
  children,
  disabled,
  ...rest
}: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <Button {...rest} type="submit" disabled={disabled === true || pending} aria-live="polite">
      {pending ? pendingLabel : children}
    </Button>
  );
}
