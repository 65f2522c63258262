import * as z from "zod/mini";

const PHONE = "Enter a telephone number, like 020 7946 0123, or leave it empty";

const optionalEmail = z.string("Enter an e-mail address, like name@example.org").check(
  z.trim(),
  z.toLowerCase(),
  z.maxLength(254, "Enter an e-mail address of 254 characters or fewer"),
  z.refine(
    (text) => text === "" || z.email().safeParse(text).success,
    "Enter an e-mail address, like name@example.org, or leave it empty",
  ),
);

const optionalPhone = z.string(PHONE).check(
  z.trim(),
  z.overwrite((text) => text.replace(/\s+/g, " ")),
  z.maxLength(30, PHONE),
  z.refine((text) => text === "" || /^\+?[\d ()-]{7,}$/.test(text), PHONE),
);

export const editContactInput = z.object({
  contactEmail: optionalEmail,
  contactPhone: optionalPhone,
});
