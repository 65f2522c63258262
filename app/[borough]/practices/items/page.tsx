import type { Metadata } from "next";
import { DoneNotice } from "@/app/[borough]/_page/done-notice";
import { textOf } from "@/app/[borough]/_page/read";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { TabsLinks } from "@/components/ui/tabs-links";
import { requireBorough } from "@/lib/auth/current";
import { may } from "@/lib/auth/permissions";
import type { Params } from "@/lib/businesses/filters";
import { asViewer } from "@/lib/command";
import { listPracticeItems } from "@/lib/practices/queries";
import { listSectors } from "@/lib/sectors/queries";
import { ItemTable } from "./item-table";

export const metadata: Metadata = { title: "Checklists" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

export default async function ItemsPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const query = await searchParams;
  const viewer = await requireBorough(borough);
  const path = `/${borough}/practices/items`;
  const { sectors, chosen, items } = await asViewer(viewer, async (ctx) => {
    const all = await listSectors(ctx);
    const one = all.find((each) => each.code === textOf(query, "sector")) ?? all[0];
    return {
      sectors: all,
      chosen: one,
      items: one ? await listPracticeItems(ctx, one.code) : [],
    };
  });
  const hrefOf = (code: string) => `${path}?sector=${code}`;
  const admin = may(viewer.role, "practice.add_item");

  return (
    <>
      <DoneNotice done={textOf(query, "done")} />
      <Breadcrumbs items={[{ href: `/${borough}/practices`, label: "Practices" }]} />
      <PageHeading
        title="Checklists"
        lede="What each sector is asked to have in place. Essential practices count towards the measures; the others are good to have. The programme publishes the lists in versions; a borough may ask for more."
        tools={
          admin && chosen ? (
            <LinkButton href={`${path}/add?sector=${chosen.code}`} variant="ghost">
              Add a practice
            </LinkButton>
          ) : undefined
        }
      />
      <TabsLinks
        label="Sectors"
        current={hrefOf(chosen?.code ?? "")}
        items={sectors.map(({ code, pluralLabel }) => ({ href: hrefOf(code), label: pluralLabel }))}
      />
      {chosen ? (
        <ItemTable
          caption={`What ${chosen.pluralLabel.toLowerCase()} are asked for`}
          items={items}
          endHref={admin ? (code) => `${path}/${chosen.code}/${code}/end` : null}
        />
      ) : null}
      {admin ? null : (
        <p className="mt-4 text-ink-2">An administrator of the borough adds practices to a list.</p>
      )}
    </>
  );
}
