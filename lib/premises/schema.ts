import * as z from "zod/mini";
import { isNightShift, isTime, NIGHTS, normaliseTime } from "./model";

export const declareHoursInput = z.object({
  opensLate: z.enum(["yes", "no"], "Choose whether you are open after 11pm"),
});

const time = (empty: string) =>
  z.string(empty).check(
    z.overwrite((text) => normaliseTime(text)),
    z.refine((text) => isTime(text), empty),
  );

export const declareShiftInput = z
  .object({
    nights: z.enum(NIGHTS, "Choose which nights the shift is worked"),
    startsAt: time("Enter when the shift starts, like 22:00"),
    endsAt: time("Enter when the shift ends, like 06:00"),
  })
  .check(
    z.refine((shift) => shift.startsAt !== shift.endsAt, {
      error: "Enter a time that is not the one it starts at",
      path: ["endsAt"],
    }),
    z.refine(({ startsAt, endsAt }) => startsAt === endsAt || isNightShift(startsAt, endsAt), {
      error: "Enter a shift that is worked after 11pm: the others need not be declared",
      path: ["startsAt"],
    }),
  );

const shiftId = z.uuid("Choose a night shift");

export const endShiftInput = z.object({ shiftId });

export const rosterShiftInput = z.object({
  shiftId,
  staffIds: z
    .array(z.uuid("Choose people from the list"))
    .check(z.maxLength(500, "Choose 500 people or fewer")),
});

export const nameLeadInput = z.object({
  staffId: z.uuid("Choose who leads on safeguarding"),
});

const count = (empty: string) =>
  z.pipe(
    z.pipe(
      z.union([z.string(empty), z.number()]),
      z.transform((typed) => Number(String(typed).replace(/[,\s]/g, "") || Number.NaN)),
    ),
    z.number(empty).check(z.int(empty), z.gte(0, empty), z.lte(100_000, empty)),
  );

export const attestDriversInput = z.object({
  drivers: count("Enter how many drivers take your bookings, like 40"),
  trained: count("Enter how many of them have had the training, like 32"),
  evidence: z.enum(["tfl_records", "own_records", "certificates_seen"], "Choose what you rely on"),
});
