import * as z from "zod/mini";

const phone = (empty: string) =>
  z.string(empty).check(
    z.trim(),
    z.overwrite((text) => text.replace(/\s+/g, " ")),
    z.refine(
      (text) => /^\+?[\d ()-]+$/.test(text) && text.replace(/\D/g, "").length >= 10,
      "Enter a phone number with its area code, like 020 7946 0123",
    ),
    z.maxLength(30, "Enter a phone number of 30 characters or fewer"),
  );

const optionalPhone = z.string().check(
  z.trim(),
  z.overwrite((text) => text.replace(/\s+/g, " ")),
  z.refine(
    (text) =>
      text === "" || (/^\+?[\d ()-]{1,30}$/.test(text) && text.replace(/\D/g, "").length >= 10),
    "Enter a phone number with its area code, like 020 7946 0124, or leave it empty",
  ),
);

export const confirmContactInput = z.object({
  teamName: z
    .string("Enter the name of the team")
    .check(
      z.trim(),
      z.minLength(3, "Enter the name of the team, as it answers the phone"),
      z.maxLength(120, "Enter a name of 120 characters or fewer"),
    ),
  email: z
    .string("Enter an e-mail address, like name@example.org")
    .check(
      z.trim(),
      z.toLowerCase(),
      z.email("Enter an e-mail address, like name@example.org"),
      z.maxLength(254, "Enter an e-mail address of 254 characters or fewer"),
    ),
  phone: phone("Enter the phone number"),
  outOfHoursPhone: optionalPhone,
  checked: z.literal("yes", "Tick the box when you have checked these with the team itself"),
});
