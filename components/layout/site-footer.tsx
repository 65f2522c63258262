import { DEMONSTRATION } from "@/components/layout/demonstration-banner";
import { AppLink } from "@/components/ui/link";

const LINKS = [
  { href: "/accessibility", label: "Accessibility statement" },
  { href: "/privacy", label: "Privacy" },
  { href: "/cookies", label: "Cookies" },
];

export type SiteFooterProps = { demonstration: boolean; frame: string };

export function SiteFooter({ demonstration, frame }: SiteFooterProps) {
  return (
    <footer className="border-line border-t bg-paper py-5 text-sm print:hidden">
      <div className={`${frame} flex flex-wrap items-center justify-between gap-x-6 gap-y-1`}>
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {LINKS.map((link) => (
            <li key={link.href} className="py-1">
              <AppLink href={link.href}>{link.label}</AppLink>
            </li>
          ))}
        </ul>
        {demonstration ? <p className="text-ink-2">{DEMONSTRATION}</p> : null}
      </div>
    </footer>
  );
}
