import Link from "next/link";
import type { ComponentProps } from "react";

export type AppLinkProps = Omit<ComponentProps<typeof Link>, "prefetch">;

/** A link inside the portal. It never prefetches: that would record views nobody made. */
export function AppLink(props: AppLinkProps) {
  return <Link {...props} prefetch={false} />;
}
