import * as z from "zod/mini";
import { isIsoDate } from "@/lib/dates";
import { PROVIDERS } from "./equivalent-model";

const MONTHS = "Enter a whole number of months from 1 to 60, like 12";

export const acceptEquivalentInput = z.object({
  courseSlug: z.string("Choose a course").check(z.regex(/^[a-z0-9-]{1,80}$/, "Choose a course")),
  provider: z.enum(PROVIDERS, "Choose whose training you accept"),
  months: z.pipe(
    z.pipe(
      z.union([z.string(MONTHS), z.number()]),
      z.transform((typed) => Number(String(typed).trim() || Number.NaN)),
    ),
    z.number(MONTHS).check(z.int(MONTHS), z.gte(1, MONTHS), z.lte(60, MONTHS)),
  ),
});

export const endEquivalentInput = z.object({ equivalentId: z.uuid("Choose one from the list") });

const TAKEN = "Enter the day on the certificate, like 3 March 2026";
const NUMBER =
  "Enter the number on the certificate: letters, digits, dashes and slashes, and no name";

export const recordEquivalentInput = z.object({
  staffId: z.uuid("Choose a person from the list"),
  equivalentId: z.uuid("Choose which training it was"),
  takenOn: z.string(TAKEN).check(z.trim(), z.refine(isIsoDate, TAKEN)),
  /** A number, never a name: it has a digit and no space. */
  evidence: z.string(NUMBER).check(
    z.trim(),
    z.overwrite((text) => text.toUpperCase()),
    z.regex(/^(?=.*[0-9])[A-Z0-9][A-Z0-9/-]{2,29}$/, NUMBER),
  ),
});
