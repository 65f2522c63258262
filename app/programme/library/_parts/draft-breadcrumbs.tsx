import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { draftHref, libraryHref } from "./addresses";

/** The way back from a page of a draft. */
export function DraftBreadcrumbs({ course, title }: { course: string; title: string }) {
  return (
    <Breadcrumbs
      items={[
        { href: libraryHref, label: "Course library" },
        { href: draftHref(course), label: `Draft: ${title}` },
      ]}
    />
  );
}
