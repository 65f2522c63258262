import "server-only";
import { readOrNotFound } from "@/app/[borough]/_page/read";
import { getHandout } from "@/lib/documents/queries";
import { type BusinessPageProps, openBusiness } from "../_parts/frame";

/** The papers of a business, as they are today. */
export async function loadHandout(props: BusinessPageProps) {
  const opened = await openBusiness(props);
  const handout = await readOrNotFound(opened.viewer, (ctx) => getHandout(ctx, opened.id));
  return { ...opened, handout };
}
