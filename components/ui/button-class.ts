import { classNames } from "@/components/ui/class-names";

export type ButtonVariant = "primary" | "ghost" | "small" | "danger" | "wide";

const BASE =
  "key-button inline-flex items-center justify-center gap-2 rounded-md text-center leading-tight " +
  "no-underline hover:brightness-110 disabled:opacity-60 disabled:cursor-default";
const SOLID = "bg-link text-on-link font-semibold shadow-key";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: `${SOLID} min-h-11 px-4.5 py-2.5`,
  wide: `${SOLID} min-h-13 w-full px-4.5 py-3.5`,
  small: `${SOLID} min-h-10 px-3.5 py-2 text-sm`,
  danger: "min-h-11 bg-danger px-4.5 py-2.5 font-semibold text-on-danger shadow-key",
  ghost: "min-h-10 border border-line bg-paper px-3.5 py-2 text-sm font-medium text-link",
};

/** The classes of a button, for the rare element that is neither a Button nor a LinkButton. */
export function buttonClass(variant: ButtonVariant = "primary", className?: string): string {
  return classNames(BASE, VARIANTS[variant], className);
}
