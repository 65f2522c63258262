import * as z from "zod/mini";
import {
  ANSWERS,
  DESK_RETURN_REASONS,
  LARGEST_SIDE,
  LEVELS,
  type Level,
  PRACTICE_AIMS,
  type PracticeAim,
} from "./model";

const businessId = z.uuid("Choose a business");

const code = z
  .string("Choose a practice")
  .check(z.regex(/^[a-z0-9-]{1,100}$/, "Choose a practice"));

const itemCodes = z
  .array(code, "Choose at least one practice")
  .check(
    z.minLength(1, "Choose at least one practice"),
    z.maxLength(60, "Choose 60 practices or fewer"),
  );

const sector = z.string("Choose a sector").check(z.minLength(1, "Choose a sector"));

const line = (empty: string, least: number, most: number) =>
  z.string(empty).check(
    z.trim(),
    z.overwrite((text) => text.replace(/\s+/g, " ")),
    z.minLength(1, empty),
    z.minLength(least, `Enter ${least} characters or more`),
    z.maxLength(most, `Enter ${most} characters or fewer`),
  );

/** One answer about one or several practices. */
export const declarePracticesInput = z.object({
  businessId,
  itemCodes,
  answer: z.enum(ANSWERS, "Choose the answer that is true today"),
});

export const confirmPracticesInput = z.object({ businessId, itemCodes });

export const returnPracticesInput = z.object({
  businessId,
  itemCodes,
  reason: z.enum(DESK_RETURN_REASONS, "Choose why you give it back"),
});

export const addItemInput = z.object({
  sector,
  aim: z.enum<readonly PracticeAim[]>(PRACTICE_AIMS, "Choose the aim it serves"),
  level: z.enum<readonly Level[]>(LEVELS, "Choose whether it is essential"),
  title: line("Enter what the business does", 15, 80),
  help: line("Enter how a business does it", 40, 400),
  seenOnVisit: z.enum(["yes", "no"], "Choose how an officer confirms it"),
});

export const endItemInput = z.object({ sector, code });

/** What the upload route found in the file it has redrawn. */
export const addPictureInput = z.object({
  businessId,
  fileKey: z.uuid("Choose a picture"),
  width: z.int().check(z.gte(1), z.lte(LARGEST_SIDE)),
  height: z.int().check(z.gte(1), z.lte(LARGEST_SIDE)),
  bytes: z.int().check(z.gte(1)),
});

export const removePictureInput = z.object({ businessId, pictureId: z.uuid("Choose a picture") });
