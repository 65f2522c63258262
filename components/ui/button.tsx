import type { ComponentProps } from "react";
import { type ButtonVariant, buttonClass } from "@/components/ui/button-class";
import { AppLink, type AppLinkProps } from "@/components/ui/link";

export type { ButtonVariant };

export type ButtonProps = ComponentProps<"button"> & { variant?: ButtonVariant | undefined };

export function Button({ variant, className, type = "submit", ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={buttonClass(variant, className)} />;
}

export type LinkButtonProps = AppLinkProps & { variant?: ButtonVariant | undefined };

/** Looks like a button, goes to a page. */
export function LinkButton({ variant, className, ...rest }: LinkButtonProps) {
  return <AppLink {...rest} className={buttonClass(variant, className)} />;
}
