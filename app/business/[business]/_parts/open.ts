import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { type ManagerViewer, requireManager } from "@/lib/auth/current";
import { isUuid } from "@/lib/auth/ids";
import { asViewer } from "@/lib/command";
import { NotFound } from "@/lib/errors";
import { getManagedBusiness, type ManagedBusiness } from "@/lib/people/queries";

export interface OpenBusiness {
  viewer: ManagerViewer;
  business: ManagedBusiness;
}

const load = cache(async (id: string): Promise<OpenBusiness> => {
  if (!isUuid(id)) notFound();
  const viewer = await requireManager(id);
  return {
    viewer,
    business: await readOr404(() => asViewer(viewer, (ctx) => getManagedBusiness(ctx, id))),
  };
});

/** The business of this address and who manages it: asked once a request, for layout and page. */
export async function openBusiness(params: Promise<{ business: string }>): Promise<OpenBusiness> {
  return load((await params).business);
}

/** Reads what is missing for a stranger and for everybody alike: "not found". */
export async function readOr404<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}
