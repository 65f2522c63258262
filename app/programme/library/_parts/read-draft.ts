import "server-only";
import { notFound } from "next/navigation";
import { requireProgramme } from "@/lib/auth/current";
import { type DraftView, getDraft } from "@/lib/authoring/queries";
import { asViewer, type ReadContext } from "@/lib/command";
import { NotFound } from "@/lib/errors";

/** Reads a page of the library as the programme team; what is not there is "not found". */
export async function readLibrary<T>(read: (ctx: ReadContext) => Promise<T>): Promise<T> {
  const viewer = await requireProgramme();
  try {
    return await asViewer(viewer, read);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}

export const readDraft = (course: string): Promise<DraftView> =>
  readLibrary((ctx) => getDraft(ctx, course));
