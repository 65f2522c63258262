import { BRAND_CLASS, Shield } from "@/components/layout/shield";
import { AppLink } from "@/components/ui/link";

export type BrandProps = {
  /** Leaves "Operation" out: always, or on a phone where other things share the row. */
  short?: boolean | "phone" | undefined;
  href?: string | undefined;
};

/** The shield and the name; leads to the front door. */
export function Brand({ short, href = "/" }: BrandProps) {
  return (
    <AppLink href={href} className={BRAND_CLASS}>
      <Shield />
      <span>
        {short === true ? null : (
          <span className={short === "phone" ? "max-sm:hidden" : undefined}>Operation </span>
        )}
        Make Safe
      </span>
    </AppLink>
  );
}
