import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { DoneNotice } from "@/app/[borough]/_page/done-notice";
import { readOrNotFound, textOf } from "@/app/[borough]/_page/read";
import { ConfirmForm } from "@/app/[borough]/businesses/_forms/confirm-form";
import { EmptyState } from "@/components/layout/empty-state";
import { PosterPictures } from "@/components/ui/poster-pictures";
import { SectionHeading } from "@/components/ui/section-heading";
import type { Params } from "@/lib/businesses/filters";
import { formatDate, plural } from "@/lib/format";
import {
  DESK_RETURN_LABELS,
  DESK_RETURN_REASONS,
  PRACTICE_AIM_LABELS,
  reasonLabel,
  statusOf,
} from "@/lib/practices/model";
import { listPictures } from "@/lib/practices/picture-queries";
import { listPracticeItems, listPracticeStates } from "@/lib/practices/queries";
import { type BusinessPageProps, FormFrame, openBusiness } from "../_parts/frame";
import { removePictureAction, settlePracticesAction } from "./actions";
import { type Practice, PracticeTable } from "./practice-table";
import { SettleForm } from "./settle-form";

export const metadata: Metadata = { title: "Working practices" };

interface PageProps extends BusinessPageProps {
  searchParams: Promise<Params>;
}

export default async function PracticesPage(props: PageProps) {
  const { borough, id, row, back, viewer } = await openBusiness(props);
  const { practices, pictures } = await readOrNotFound(viewer, async (ctx) => {
    const states = await listPracticeStates(ctx, id);
    const items = await listPracticeItems(ctx, row.sector);
    return {
      pictures: await listPictures(ctx, id),
      practices: items.map((item) => ({
        item,
        said: states.find((each) => each.itemCode === item.code),
      })),
    };
  });
  const waiting = practices.filter(({ item, said }) => said?.waiting && !item.seenOnVisit);
  const onVisit = practices.filter(({ item, said }) => said?.waiting && item.seenOnVisit).length;
  const essential = practices.filter(({ item }) => item.level === "essential");
  const confirmed = essential.filter(({ said }) => statusOf(said) === "confirmed").length;

  return (
    <>
      <DoneNotice done={textOf(await props.searchParams, "done")} />
      <FormFrame
        borough={borough}
        back={back}
        name={row.name}
        title="Working practices"
        lede={`${confirmed} of ${essential.length} essential practices are confirmed.${onVisit > 0 ? ` ${plural(onVisit, "declaration waits", "declarations wait")} to be seen on a visit.` : ""}`}
      >
        <section className="mb-10">
          {waiting.length === 0 ? (
            <EmptyState title="Nothing waits to be confirmed from here">
              When its manager says that a practice is in place, or does not apply, it appears here.
              Posters, logs and CCTV are confirmed on a visit.
            </EmptyState>
          ) : (
            <SettleForm
              action={settlePracticesAction.bind(null, borough, id)}
              idempotencyKey={randomUUID()}
              waiting={waiting.map((practice) => ({
                value: practice.item.code,
                label: practice.item.title,
                hint: declaredText(practice),
              }))}
              reasons={DESK_RETURN_REASONS.map((reason) => ({
                value: reason,
                label: DESK_RETURN_LABELS[reason],
              }))}
            />
          )}
        </section>
        <section className="mb-10">
          <SectionHeading title="The checklist" />
          <PracticeTable practices={practices} />
        </section>
        {pictures.length > 0 ? (
          <section>
            <SectionHeading
              title="Pictures of its posters"
              lede="Sent by the manager. They change no figure: posters are confirmed on a visit. Remove a picture that shows anything but a poster."
            />
            <PosterPictures
              pictures={pictures.map((picture) => ({
                ...picture,
                href: `/api/pictures/borough/${borough}/${picture.id}`,
              }))}
              remove={(pictureId) => (
                <ConfirmForm
                  action={removePictureAction.bind(null, borough, id, pictureId)}
                  idempotencyKey={randomUUID()}
                  button="Remove"
                  variant="ghost"
                />
              )}
            />
          </section>
        ) : null}
      </FormFrame>
    </>
  );
}

/** What the manager said, when, and of what kind of practice. */
function declaredText({ item, said }: Practice): string {
  const kind = `${PRACTICE_AIM_LABELS[item.aim]}, ${item.level}`;
  const on = formatDate(said?.fromOn ?? "");
  const reason = reasonLabel(said?.reason ?? null);
  return said?.change === "declared_not_applicable"
    ? `${kind}. Declared on ${on}: does not apply${reason ? `. ${reason}` : ""}`
    : `${kind}. Declared in place on ${on}`;
}
