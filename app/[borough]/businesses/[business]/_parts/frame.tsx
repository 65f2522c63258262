import type { ReactNode } from "react";
import { idOrNotFound, readOrNotFound } from "@/app/[borough]/_page/read";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { requireBorough } from "@/lib/auth/current";
import { getBusiness } from "@/lib/businesses/queries";

export interface BusinessPageProps {
  params: Promise<{ borough: string; business: string }>;
}

/** The business a form is about, with the addresses of its pages; "not found" when it is no such. */
export async function openBusiness({ params }: BusinessPageProps) {
  const { borough, business } = await params;
  const viewer = await requireBorough(borough);
  const id = idOrNotFound(business);
  const { row, today } = await readOrNotFound(viewer, async (ctx) => ({
    row: await getBusiness(ctx, id),
    today: ctx.today,
  }));
  return { borough, id, row, today, viewer, back: `/${borough}/businesses/${id}` };
}

interface FormFrameProps {
  borough: string;
  back: string;
  name: string;
  title: string;
  lede?: ReactNode;
  children: ReactNode;
}

/** The frame of a page with one form about one business. */
export function FormFrame({ borough, back, name, title, lede, children }: FormFrameProps) {
  return (
    <>
      <Breadcrumbs
        items={[
          { href: `/${borough}/businesses`, label: "Businesses" },
          { href: back, label: name },
        ]}
      />
      <PageHeading title={title} caption={name} lede={lede} />
      {children}
    </>
  );
}
