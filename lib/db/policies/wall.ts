import type { PortalRole } from "../scope";

type Columns = true | readonly string[];

/** What one role may do with one table; a list names the columns. */
export interface Grant {
  select?: Columns;
  insert?: true;
  update?: Columns;
  delete?: true;
}

/** A restrictive narrowing: rows of the scope's own business, or of the learner's own record. */
export interface Own {
  column: string;
  setting: "app.business_id" | "app.staff_id" | "app.user_id";
  for: "all" | "insert" | "update" | "delete" | "select";
}

export interface WalledTable {
  /** Rows a role may read at all, where that is narrower than its borough. */
  shows?: Partial<Record<PortalRole, string>>;
  /** Rows a role may write at all, where its grant alone would be too wide. */
  writes?: Partial<Record<PortalRole, string>>;
  grants: Partial<Record<PortalRole | "portal_lookup", Grant>>;
  own?: Partial<Record<PortalRole, readonly Own[]>>;
}

/** Rows of the scope's own business. */
export const ownBusiness = (column = "business_id"): Own => ({
  column,
  setting: "app.business_id",
  for: "all",
});
/** A learner reads colleagues' states and writes only their own. */
export const ownStaffWrites = (column = "staff_id"): readonly Own[] => [
  { column, setting: "app.staff_id", for: "insert" },
  { column, setting: "app.staff_id", for: "update" },
];
export const ownStaffRows = (column = "staff_id"): Own => ({
  column,
  setting: "app.staff_id",
  for: "all",
});

export type Walls = Record<string, WalledTable>;
