import * as z from "zod/mini";
import { businessId } from "@/lib/businesses/schema";
import { isIsoDate } from "@/lib/dates";
import { MOST_PEOPLE } from "./model";

const sessionId = z.uuid("Choose a session");

export const planSessionInput = z.object({
  businessId,
  courseSlug: z.string("Choose a course").check(z.regex(/^[a-z0-9-]{1,80}$/, "Choose a course")),
  heldOn: z.string("Enter the day of the session").check(
    z.trim(),
    z.refine((text) => isIsoDate(text), "Enter the day of the session"),
  ),
});

export const sessionInput = z.object({ businessId, sessionId });

export const attendSessionInput = z.object({ sessionId });

/** The name of the field in which one person's right answers are entered. */
export const resultField = (staffId: string) => `right_${staffId}`;

export interface Result {
  staffId: string;
  correct: number;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The register as it was filled in: an empty field is somebody who was not there. */
export const enterResultsInput = z.pipe(
  z.looseObject({ businessId, sessionId }),
  z.transform((typed, ctx) => {
    const fault = (field: string, message: string) =>
      ctx.issues.push({ code: "custom", message, path: [field], input: typed });
    const results = Object.entries(typed).flatMap(([name, value]): Result[] => {
      const staffId = name.slice("right_".length);
      const text = String(value).trim();
      if (!name.startsWith("right_") || !UUID.test(staffId) || text === "") return [];
      if (!/^\d{1,3}$/.test(text)) {
        fault(name, "Enter how many answers were right, in figures, or leave it empty");
        return [];
      }
      return [{ staffId, correct: Number(text) }];
    });
    if (results.length > MOST_PEOPLE) fault("form", `Enter up to ${MOST_PEOPLE} people at a time`);
    if (results.length === 0 && ctx.issues.length === 0) {
      fault("form", "Enter the right answers of at least one person who was there");
    }
    return { businessId: typed.businessId, sessionId: typed.sessionId, results };
  }),
);
