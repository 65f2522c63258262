import { AppLink } from "@/components/ui/link";

export type BreadcrumbsProps = { items: { href: string; label: string }[] };

/** The way back up. The page itself is not among them: its h1 says where it is. */
export function Breadcrumbs({ items }: BreadcrumbsProps) {
  return (
    <nav aria-label="Breadcrumb" className="mb-3 text-sm print:hidden">
      <ol className="flex flex-wrap gap-x-2">
        {items.map((item, index) => (
          <li key={item.href} className="flex items-center gap-x-2">
            {index > 0 ? (
              <span aria-hidden="true" className="text-ink-2">
                ›
              </span>
            ) : null}
            <AppLink href={item.href} className="inline-block py-1">
              {item.label}
            </AppLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
