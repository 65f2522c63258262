import * as z from "zod/mini";

export const signReportInput = z.object({
  /** yyyy-mm */
  month: z
    .string("Choose a month")
    .check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, "Choose a month from the list")),
  checked: z.literal("yes", "Tick the box when you have checked the figures"),
});

export const repairCoverageInput = z.object({});
