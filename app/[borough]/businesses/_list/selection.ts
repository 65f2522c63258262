import "server-only";
import { idsOf, textOf } from "@/app/[borough]/_page/read";
import { type BusinessFilter, filterHref, type Params, readFilter } from "@/lib/businesses/filters";
import { type ChosenBusiness, listChosen, listMatching } from "@/lib/businesses/queries";
import type { ReadContext } from "@/lib/command";

export interface Selection {
  ids: string[];
  /** Everything this filter leaves, when "all" was pressed. */
  all: BusinessFilter | null;
}

/** What was ticked on the list, or everything its filters leave. */
export function readSelection(query: Params): Selection {
  const all = textOf(query, "all") === "1" ? readFilter(query) : null;
  return { ids: all ? [] : idsOf(query, "business"), all };
}

/** The chosen businesses by name; one more than `most` when there are too many. */
export function listSelected(
  ctx: ReadContext,
  selection: Selection,
  most: number,
): Promise<ChosenBusiness[]> {
  return selection.all
    ? listMatching(ctx, selection.all, most + 1)
    : listChosen(ctx, selection.ids.slice(0, most + 1));
}

/** Back to the list as it was. */
export function listHref(borough: string, query: Params): string {
  return filterHref(`/${borough}/businesses`, readFilter(query));
}
