import * as z from "zod/mini";

const follow = z
  .string()
  .check(
    z.regex(
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\|[a-z]+$/,
      "Choose from the list what to hand over",
    ),
  );

/** What is handed over, each as `business|kind`, and to whom. */
export const assignFollowUpsInput = z.object({
  chosen: z
    .array(follow, "Tick at least one line")
    .check(z.minLength(1, "Tick at least one line"), z.maxLength(200, "Tick 200 lines or fewer")),
  userId: z.uuid("Choose a colleague"),
});
