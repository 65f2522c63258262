import * as z from "zod/mini";

const email = z.string().check(z.trim(), z.toLowerCase(), z.email("Enter an e-mail address, like name@example.org"), z.maxLength(254, "Enter an e-mail address of 254 characters or fewer"));

export const setUpBoroughInput = z.object({});

export const inviteAdminInput = z.object({ email });
