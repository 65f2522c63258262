import * as z from "zod/mini";
import { headcount, postcode } from "@/lib/businesses/schema";
import { isIsoDate } from "@/lib/dates";
import {
  ACTION_KINDS,
  LEAST_SHARE,
  ORGANISATIONS,
  type OrganisationCode,
  TARGETED,
  type Targeted,
} from "./model";

const actionId = z.uuid("Choose an action");

const day = (empty: string) =>
  z.string(empty).check(
    z.trim(),
    z.refine((text) => isIsoDate(text), empty),
  );

const line = (empty: string, most: number) =>
  z.string(empty).check(
    z.trim(),
    z.overwrite((text) => text.replace(/\s+/g, " ")),
    z.minLength(1, empty),
    z.maxLength(most, `Enter ${most} characters or fewer`),
  );

/** A whole number as typed, between two bounds. */
const number = (empty: string, least: number, most: number, bounds: string) =>
  z.pipe(
    z.pipe(
      z.union([z.string(), z.number()]),
      z.transform((typed) => Number(String(typed).replace(/[,%\s]/g, "") || Number.NaN)),
    ),
    z.number(empty).check(z.int(empty), z.gte(least, bounds), z.lte(most, bounds)),
  );

const planned = {
  ownerId: z.uuid("Choose who sees to it"),
  dueOn: day("Enter the date it is due"),
};

/** An action of the borough: what, by when, and who sees to it. */
export const planActionInput = z.discriminatedUnion(
  "kind",
  [
    z.object({
      kind: z.literal(ACTION_KINDS.filter((kind) => kind !== "register" && kind !== "other")),
      ...planned,
    }),
    z.object({
      kind: z.literal("register"),
      sector: z.string("Choose a sector").check(z.minLength(1, "Choose a sector")),
      ...planned,
    }),
    z.object({
      kind: z.literal("other"),
      title: line("Say in a few words what is to be done", 80),
      ...planned,
    }),
  ],
  "Choose what is to be done",
);

const done = {
  actionId,
  doneOn: day("Enter the day it was done"),
  evidence: line("Say where the evidence is kept, like a minute or file number", 120),
};

const FEWEST = "Enter a number from 1 to 99, or leave it empty";
/** How many people an organisation sent; empty when nobody came. */
const people = z.pipe(
  z.pipe(
    z.optional(z.union([z.string(), z.number()])),
    z.transform((typed) => Number(String(typed ?? "").trim() || 0)),
  ),
  z.number(FEWEST).check(z.int(FEWEST), z.gte(0, FEWEST), z.lte(99, FEWEST)),
);
type PeopleField = `people_${OrganisationCode}`;
const attendance = Object.fromEntries(
  ORGANISATIONS.map(({ code }) => [`people_${code}`, people]),
) as Record<PeopleField, typeof people>;

/** That an action was done: when, where the evidence lies, and what its kind asks for besides. */
export const recordActionInput = z.discriminatedUnion(
  "kind",
  [
    z.object({
      kind: z.literal("lead"),
      ...done,
      leadName: line("Enter the name of the strategic lead", 120),
      leadPost: line("Enter the post of the strategic lead", 120),
    }),
    z.object({
      kind: z.literal("agreement"),
      ...done,
      agreedUntil: day("Enter the last day the agreement holds"),
    }),
    z.object({ kind: z.literal("meeting"), ...done, ...attendance }).check(
      z.refine((input) => ORGANISATIONS.some(({ code }) => input[`people_${code}`] > 0), {
        message: "Say how many people came from at least one organisation",
        path: ["people_licensing"],
      }),
    ),
    z.object({ kind: z.literal(["register", "council_staff", "other"]), ...done }),
  ],
  "Open the page again: this form is for another action",
);

export const cancelActionInput = z.object({ actionId });

const fromOn = day("Choose from which month");

/** The share of its businesses a borough aims for, of an aim or a measure. */
export const setTargetInput = z.object({
  counted: z.enum(
    TARGETED.map((each) => each.counted) as [Targeted, ...Targeted[]],
    "Choose what the target is for",
  ),
  share: number("Enter a share, like 60", 1, 100, "Enter a share from 1 to 100"),
  fromOn,
});

/** The share of a business's people who must hold a certificate for it to count as trained. */
export const setThresholdInput = z.object({
  trainedShare: number(
    "Enter a share, like 80",
    LEAST_SHARE,
    100,
    `Enter a share from ${LEAST_SHARE} to 100`,
  ),
  fromOn,
});

/** A team of the borough's own staff. */
export const addTeamInput = z.object({
  name: line("Enter the name of the team", 120),
  address: line("Enter where the team works", 300),
  postcode,
  headcount,
});
