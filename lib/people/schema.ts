import * as z from "zod/mini";
import { isIsoDate } from "@/lib/dates";
import { RETURNS } from "./model";

const staffIds = z
  .array(z.uuid("Choose people from the list"), "Choose at least one person")
  .check(
    z.minLength(1, "Choose at least one person"),
    z.maxLength(200, "Choose 200 people or fewer"),
  );

export const confirmStaffInput = z.object({ staffIds });
export const refuseStaffInput = z.object({ staffIds });

const LEAVING_DAY = "Enter the last day they worked there, like 3 March 2027";

export const recordLeavingInput = z.object({
  staffId: z.uuid("Choose a person from the list"),
  leftOn: z.string(LEAVING_DAY).check(z.trim(), z.refine(isIsoDate, LEAVING_DAY)),
});

const BACK_DAY = "Enter the day they came back, like 3 March 2027";

export const bringBackInput = z
  .object({
    staffId: z.uuid("Choose a person from the list"),
    how: z.enum(
      RETURNS.map(({ value }) => value),
      "Say why they are on the list again",
    ),
    backOn: z.string(BACK_DAY).check(z.trim()),
  })
  .check(
    z.refine(({ how, backOn }) => how === "mistake" || isIsoDate(backOn), {
      path: ["backOn"],
      error: BACK_DAY,
    }),
  );

export const MOST_ADDED = 200;

const NO_NAMES = "Type or paste the names, one on each line";

/** The names as they were typed or pasted; what is in them is read by `readRoll`. */
export const addStaffInput = z.object({
  names: z
    .string(NO_NAMES)
    .check(
      z.trim(),
      z.minLength(1, NO_NAMES),
      z.maxLength(40_000, "This is too long for a list of names"),
    ),
  /** All of them are employed by an agency. */
  agency: z.optional(z.literal("yes")),
});

export const confirmRollInput = z.object({
  /** The mark of the list as it was shown. */
  seen: z.string("Open the list again").check(z.regex(/^[0-9a-f]{32}$/, "Open the list again")),
});

const CODE = "Enter the code of the certificate";

export const addCertificateInput = z.object({
  staffId: z.uuid("Choose a person from the list"),
  code: z.string(CODE).check(z.trim(), z.minLength(1, CODE), z.maxLength(300, CODE)),
  seen: z.literal("yes", "Tick the box once you have seen that the certificate is theirs"),
});

export const setAgencyInput = z.object({
  staffId: z.uuid("Choose a person from the list"),
  agency: z.enum(["yes", "no"], "Say whether an agency employs them"),
});

export const mergeInput = z.object({
  stayId: z.uuid("Choose a person from the list"),
  goneId: z.uuid("Choose the entry that goes"),
});

export const renewPinInput = z.object({ staffId: z.uuid("Choose a person from the list") });

export const openDeviceInput = z.object({ secret: z.string().check(z.regex(/^[\w-]{43}$/)) });

export const closeDeviceInput = z.object({ deviceId: z.uuid("Choose a device from the list") });

export const renewJoinCodeInput = z.object({});
