import { classNames } from "@/components/ui/class-names";

export type ButtonVariant = "primary" | "ghost" | "small" | "danger" | "wide";

/** The classes of a button, for the rare element that is neither a Button nor a LinkButton. */
export function buttonClass(variant: ButtonVariant = "primary", className?: string): string {
  return classNames("key-button", variant !== "primary" && `key-button-${variant}`, className);
}
