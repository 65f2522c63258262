import * as z from "zod/mini";

const email = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(254, "Enter an e-mail address of 254 characters or fewer"),
    z.email("Enter an e-mail address, like name@example.org"),
  );

const name = z
  .string()
  .check(
    z.trim(),
    z.minLength(2, "Enter the person's name"),
    z.maxLength(120, "Enter a name of 120 characters or fewer"),
  );

export const setUpBoroughInput = z.object({});

export const inviteAdminInput = z.object({ email });

export const welcomePoliceInput = z.object({
  name,
  email,
  policeAreaCode: z.string().check(z.minLength(1, "Choose a police area")),
});
