import * as z from "zod/mini";

export const startExportInput = z.object({
  table: z.string("Choose a list").check(z.minLength(1, "Choose a list"), z.maxLength(40)),
  format: z.enum(["csv", "xlsx"], "Choose CSV or Excel"),
  /** The filters of the list as they stand in its address. */
  filters: z.string("Open the list again").check(z.maxLength(2000, "Open the list again")),
});
