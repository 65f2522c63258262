import * as z from "zod/mini";
import { isIsoDate } from "@/lib/dates";

const wholeNumber = z.pipe(
  z.pipe(
    z.union([z.string(), z.number()]),
    z.transform((typed) => Number(String(typed).replace(/[,\s]/g, "") || Number.NaN)),
  ),
  z
    .number("Enter the number of calls, or 0 if there were none")
    .check(
      z.int("Enter a whole number, like 12"),
      z.gte(0, "Enter 0 or more"),
      z.lte(100_000, "Enter a number up to 100,000"),
    ),
);

export const enterCallsInput = z.object({
  borough: z.string("Choose a borough").check(z.regex(/^E\d{8}$/, "Choose a borough")),
  quarter: z
    .string("Choose a quarter")
    .check(z.refine((day) => isIsoDate(day) && day.endsWith("-01"), "Choose a quarter")),
  calls: wholeNumber,
});

export const confirmCallHandlersInput = z.object({
  confirmedOn: z
    .string("Enter the day the training was completed")
    .check(z.trim(), z.refine(isIsoDate, "Enter the day the training was completed")),
  evidence: z.string("Enter the reference of the training record").check(
    z.trim(),
    z.minLength(1, "Enter the reference of the training record"),
    z.maxLength(40, "Enter a reference of 40 characters or fewer"),
    // A reference, not a sentence: no box of the portal asks anybody to tell a story.
    z.regex(
      /^[\w/.-]+( [\w/.-]+){0,3}$/,
      "Enter a reference of up to four parts, like LD/2026/0147, without names or sentences",
    ),
  ),
});
