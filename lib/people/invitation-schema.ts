import * as z from "zod/mini";
import { businessId } from "@/lib/businesses/schema";

const email = z
  .string("Enter an e-mail address, like name@example.org")
  .check(
    z.trim(),
    z.toLowerCase(),
    z.email("Enter an e-mail address, like name@example.org"),
    z.maxLength(254, "Enter an e-mail address of 254 characters or fewer"),
  );

/** By e-mail to an address, or by a printed letter: registers hold no e-mail. */
export const inviteManagerInput = z.discriminatedUnion(
  "channel",
  [
    z.object({ businessId, channel: z.literal("email"), email }),
    z.object({ businessId, channel: z.literal("letter") }),
  ],
  "Choose how to invite the manager",
);

export const MOST_LETTERS = 200;

export const inviteByLetterInput = z.object({
  businessIds: z
    .array(businessId)
    .check(
      z.minLength(1, "Choose at least one business"),
      z.maxLength(MOST_LETTERS, `Choose up to ${MOST_LETTERS} businesses at a time`),
    ),
});

export const withdrawInvitationInput = z.object({
  invitationId: z.uuid("Choose an invitation"),
});

export const inviteColleagueInput = z.object({
  email,
  role: z.enum(["borough_officer", "borough_admin"], "Choose what they may do"),
});
