import { BRAND_CLASS, Shield } from "@/components/layout/shield";
import { AppLink } from "@/components/ui/link";

/** The shield and the name; leads to the front door. */
export function Brand({ short, href = "/" }: { short?: boolean; href?: string }) {
  return (
    <AppLink href={href} className={BRAND_CLASS}>
      <Shield />
      {short ? "Make Safe" : "Operation Make Safe"}
    </AppLink>
  );
}
