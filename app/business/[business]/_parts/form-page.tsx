import type { ReactNode } from "react";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";

interface FormPageProps {
  back: { href: string; label: string }[];
  title: string;
  lede?: ReactNode;
  children: ReactNode;
}

/** A page that asks one thing, with the way back above it. */
export function FormPage({ back, title, lede, children }: FormPageProps) {
  return (
    <>
      <Breadcrumbs items={back} />
      <PageHeading title={title} lede={lede} />
      {children}
    </>
  );
}
