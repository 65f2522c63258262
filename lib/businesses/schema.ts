import * as z from "zod/mini";
import { isIsoDate } from "@/lib/dates";
import { EXCLUSION_REASONS, LICENCE_TYPES, normalisePostcode } from "./model";

export const businessId = z.uuid("Choose a business");

const line = (empty: string, most: number) =>
  z.string(empty).check(
    z.trim(),
    z.overwrite((text) => text.replace(/\s+/g, " ")),
    z.minLength(1, empty),
    z.maxLength(most, `Enter ${most} characters or fewer`),
  );

export const postcode = z.string("Enter a postcode, like W1J 7RW").check(
  z.refine((text) => normalisePostcode(text) !== null, "Enter a postcode, like W1J 7RW"),
  z.overwrite((text) => normalisePostcode(text) ?? text),
);

/** A whole number as typed: "1,200" and " 12 " are understood. */
export const headcount = z.pipe(
  z.pipe(
    z.union([z.string(), z.number()]),
    z.transform((typed) => Number(String(typed).replace(/[,\s]/g, "") || Number.NaN)),
  ),
  z
    .number("Enter how many people work there, like 12")
    .check(
      z.int("Enter a whole number, like 12"),
      z.gte(1, "Enter 1 or more: the manager counts too"),
      z.lte(20_000, "Enter a number up to 20,000"),
    ),
);

const opensLate = z.enum(["yes", "no", "unknown"], "Choose whether it is open after 11pm");

const licenceType = z._default(
  z.enum(["unknown", ...LICENCE_TYPES], "Choose the kind of licence"),
  "unknown",
);

const day = (empty: string) =>
  z.string(empty).check(
    z.trim(),
    z.refine((text) => isIsoDate(text), empty),
  );

/** The company that runs it among others; empty when it runs itself. */
const company = z._default(
  z.string("Enter the company’s name, or leave it empty").check(
    z.trim(),
    z.overwrite((text) => text.replace(/\s+/g, " ")),
    z.maxLength(200, "Enter 200 characters or fewer"),
  ),
  "",
);

const details = {
  name: line("Enter the name of the business", 200),
  address: line("Enter the address", 300),
  postcode,
  sector: z.string("Choose a sector").check(z.minLength(1, "Choose a sector")),
  opensLate,
  licenceType,
  company,
};

export const addBusinessInput = z.object(details);

export const editBusinessInput = z.object({ businessId, ...details });

export const declareHeadcountInput = z.object({ businessId, headcount });

export const excludeBusinessInput = z.object({
  businessId,
  reason: z.enum(
    EXCLUSION_REASONS.map((reason) => reason.value),
    "Choose why it is left out",
  ),
  reviewOn: day("Enter the date this will be looked at again"),
});

export const closeBusinessInput = z.object({ businessId });
export const reopenBusinessInput = z.object({ businessId });
export const enrolOnPaperInput = z.object({
  businessId,
  agreed: z.literal("yes", "Tick the box when you have their agreement on paper"),
});
