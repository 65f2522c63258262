import "server-only";
import { cache } from "react";
import { actionTitle } from "@/lib/aims/model";
import type { ActionRow } from "@/lib/aims/queries";
import type { BoroughViewer } from "@/lib/auth/current";
import { listTeam } from "@/lib/auth/team";
import type { SectorRow } from "@/lib/sectors/queries";

/** Who works for the borough: for a list to choose from, and for names beside actions. */
export const colleaguesOf = cache(async (viewer: BoroughViewer) => listTeam(viewer));

/** An action with the words a page shows: what it is called and who sees to it. */
export interface NamedAction extends ActionRow {
  called: string;
  owner: string;
}

/** Adds to actions what they are called and who sees to them. */
export function nameActions(
  rows: readonly ActionRow[],
  sectors: readonly SectorRow[],
  colleagues: readonly { userId: string; name: string }[],
): NamedAction[] {
  return rows.map((row) => ({
    ...row,
    called: actionTitle(row, sectors.find((sector) => sector.code === row.sector)?.pluralLabel),
    owner:
      colleagues.find((colleague) => colleague.userId === row.ownerId)?.name ??
      (row.ownerId === null ? "Nobody yet" : "A former colleague"),
  }));
}
