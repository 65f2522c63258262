import * as z from "zod/mini";
import { businessId } from "@/lib/businesses/schema";
import { isIsoDate } from "@/lib/dates";
import { AUDIENCES } from "./model";

/** What one order may hold: more is a second order. */
export const MOST_BUSINESSES = 1000;

export const assignTrainingInput = z.object({
  businessIds: z
    .array(businessId)
    .check(
      z.minLength(1, "Choose at least one business"),
      z.maxLength(MOST_BUSINESSES, `Choose up to ${MOST_BUSINESSES} businesses at a time`),
    ),
  courseSlug: z.string("Choose a course").check(z.minLength(1, "Choose a course")),
  audience: z._default(z.enum(AUDIENCES, "Say who is asked"), "all_staff"),
  dueOn: z.string("Enter the date it is due").check(
    z.trim(),
    z.refine((text) => isIsoDate(text), "Enter the date it is due"),
  ),
});

export const endAssignmentInput = z.object({ assignmentId: z.uuid("Choose an assignment") });
