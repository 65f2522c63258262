import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { textOf } from "@/app/[borough]/_page/read";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { requireBorough } from "@/lib/auth/current";
import { may } from "@/lib/auth/permissions";
import type { Params } from "@/lib/businesses/filters";
import { asViewer } from "@/lib/command";
import { listSectors } from "@/lib/sectors/queries";
import { addItemAction } from "../actions";
import { ItemForm } from "./item-form";

export const metadata: Metadata = { title: "Add a practice" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

export default async function AddItemPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const viewer = await requireBorough(borough);
  if (!may(viewer.role, "practice.add_item")) notFound();
  const sectors = await asViewer(viewer, listSectors);
  const wanted = textOf(await searchParams, "sector");
  const list = `/${borough}/practices/items`;
  return (
    <>
      <Breadcrumbs
        items={[
          { href: `/${borough}/practices`, label: "Practices" },
          { href: list, label: "Checklists" },
        ]}
      />
      <PageHeading
        title="Add a practice"
        lede="Your borough asks a sector for one thing more, besides the list that every borough uses. Managers see it at once."
      />
      <ItemForm
        action={addItemAction.bind(null, borough)}
        idempotencyKey={randomUUID()}
        sector={sectors.some(({ code }) => code === wanted) ? wanted : (sectors[0]?.code ?? "")}
        sectors={sectors.map(({ code, pluralLabel }) => ({ value: code, label: pluralLabel }))}
        cancelHref={list}
      />
    </>
  );
}
