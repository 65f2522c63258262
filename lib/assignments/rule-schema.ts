import * as z from "zod/mini";
import { LICENCE_TYPES } from "@/lib/businesses/model";
import { AUDIENCES } from "./model";
import { LEAST_DAYS, MOST_DAYS } from "./rules";

const number = (empty: string, least: number, most: number, fault: string) =>
  z.pipe(
    z.pipe(
      z.union([z.string(empty), z.number()]),
      z.transform((typed) => Number(String(typed).trim() || Number.NaN)),
    ),
    z.number(empty).check(z.int(fault), z.gte(least, fault), z.lte(most, fault)),
  );

/** The same, where nothing typed is an answer too. */
const numberOrNone = (least: number, most: number, fault: string) =>
  z.pipe(
    z.pipe(
      z._default(z.nullable(z.union([z.string(), z.number()])), ""),
      z.transform((typed) => {
        const text = String(typed ?? "").trim();
        return text === "" ? null : Number(text);
      }),
    ),
    z.nullable(z.number(fault).check(z.int(fault), z.gte(least, fault), z.lte(most, fault))),
  );

/** An empty choice means "any". */
const choice = (fault: string) =>
  z.pipe(
    z._default(z.nullable(z.string(fault).check(z.maxLength(60, fault))), ""),
    z.transform((typed) => typed || null),
  );

const terms = {
  courseSlug: z
    .string("Choose a course")
    .check(z.minLength(1, "Choose a course"), z.maxLength(80, "Choose a course from the list")),
  sector: choice("Choose a sector from the list"),
  licenceType: z.pipe(
    choice("Choose a licence from the list"),
    z.nullable(z.enum(LICENCE_TYPES, "Choose a licence from the list")),
  ),
  lateOnly: z.pipe(
    z._default(z.union([z.boolean(), z.string()]), false),
    z.transform((typed) => typed === true || typed === "yes"),
  ),
  audience: z._default(z.enum(AUDIENCES, "Say who is asked"), "all_staff"),
  days: number(
    "Enter how many days a business has, like 42",
    LEAST_DAYS,
    MOST_DAYS,
    `Enter a whole number of days from ${LEAST_DAYS} to ${MOST_DAYS}`,
  ),
  monthsValid: numberOrNone(1, 60, "Enter a whole number of months, or leave it empty"),
  share: numberOrNone(1, 100, "Enter a share from 1 to 100, or leave it empty"),
};

/** What a form says of a rule, for its preview. */
export const ruleInput = z.object(terms);

export const addRuleInput = z.object({
  ...terms,
  /** How many businesses the preview said would be asked: when it is another number, nothing is written. */
  previewed: number("Look at the preview first", 0, 1_000_000, "Look at the preview first"),
});

export const endRuleInput = z.object({ ruleId: z.uuid("Choose a rule") });
