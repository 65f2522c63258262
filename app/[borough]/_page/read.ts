import "server-only";
import { notFound } from "next/navigation";
import { isUuid } from "@/lib/auth/ids";
import type { Viewer } from "@/lib/auth/viewer";
import { asViewer, type ReadContext } from "@/lib/command";
import { NotFound } from "@/lib/errors";

/** Reads as the viewer; what is missing, or another borough's, is the "not found" page. */
export async function readOrNotFound<T, V extends Viewer>(
  viewer: V,
  read: (ctx: ReadContext<V>) => Promise<T>,
): Promise<T> {
  try {
    return await asViewer(viewer, read);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}

/** The id in an address, or the "not found" page when it is no id at all. */
export function idOrNotFound(text: string): string {
  return isUuid(text) ? text : notFound();
}

type Query = Record<string, string | string[] | undefined>;

/** The ids a name of the query holds, once each; anything that is no id is left out. */
export function idsOf(query: Query, name: string): string[] {
  const value = query[name];
  const texts = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return [...new Set(texts)].filter(isUuid);
}

/** The first value of a name in the query, or an empty text. */
export function textOf(query: Query, name: string): string {
  const value = query[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}
