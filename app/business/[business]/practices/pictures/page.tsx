import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ConfirmForm } from "@/app/[borough]/businesses/_forms/confirm-form";
import { ErrorSummary } from "@/components/forms/error-summary";
import { EmptyState } from "@/components/layout/empty-state";
import { PosterPictures } from "@/components/ui/poster-pictures";
import { SectionHeading } from "@/components/ui/section-heading";
import { asViewer } from "@/lib/command";
import { isPictureProblem, MOST_PICTURES, PICTURE_PROBLEMS } from "@/lib/practices/picture-model";
import { listPictures } from "@/lib/practices/picture-queries";
import { DoneNotice } from "../../_parts/done-notice";
import { FormPage } from "../../_parts/form-page";
import { openBusiness } from "../../_parts/open";
import { removePictureAction } from "../actions";
import { UploadForm } from "./upload-form";

export const metadata: Metadata = { title: "Pictures of your posters" };

interface PageProps {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ done?: string | string[]; problem?: string | string[] }>;
}

export default async function PicturesPage({ params, searchParams }: PageProps) {
  const { viewer, business } = await openBusiness(params);
  const { done, problem } = await searchParams;
  const pictures = await asViewer(viewer, (ctx) => listPictures(ctx, business.id));
  const error =
    typeof problem === "string" && isPictureProblem(problem)
      ? PICTURE_PROBLEMS[problem]
      : undefined;
  const home = `/business/${business.id}`;
  return (
    <>
      <DoneNotice done={done} />
      <ErrorSummary errors={error ? [{ field: "picture", message: error }] : []} />
      <FormPage
        back={[
          { href: home, label: "Home" },
          { href: `${home}/practices`, label: "Working practices" },
        ]}
        title="Pictures of your posters"
        lede="You may keep pictures of the posters you have put up, so that an officer sees them before a visit. A picture changes no figure. It is drawn anew when it arrives: where it was taken and with what is not kept."
      >
        <UploadForm businessId={business.id} error={error} />
        <section className="mt-10">
          <SectionHeading
            title="What is kept"
            lede={`${pictures.length} of at most ${MOST_PICTURES}, each for 12 months. You and your borough's licensing team see them, nobody else.`}
          />
          {pictures.length === 0 ? (
            <EmptyState title="No picture is kept">
              Take a photo of a poster where your staff see it, and send it here.
            </EmptyState>
          ) : (
            <PosterPictures
              pictures={pictures.map((picture) => ({
                ...picture,
                href: `/api/pictures/business/${business.id}/${picture.id}`,
              }))}
              remove={(id) => (
                <ConfirmForm
                  action={removePictureAction.bind(null, business.id, id)}
                  idempotencyKey={randomUUID()}
                  button="Remove"
                  variant="ghost"
                />
              )}
            />
          )}
        </section>
      </FormPage>
    </>
  );
}
