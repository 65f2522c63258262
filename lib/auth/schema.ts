import * as z from "zod/mini";

const EMAIL_HINT = "Enter an e-mail address, like name@example.org";

const email = z
  .string(EMAIL_HINT)
  .check(z.trim(), z.toLowerCase(), z.maxLength(254, EMAIL_HINT), z.email(EMAIL_HINT));

/** Any text: whether it is right is not for the form to say. */
const password = z.string("Enter your password").check(z.minLength(1, "Enter your password"));

const newPassword = z
  .string("Choose a password of 8 characters or more")
  .check(z.minLength(8, "Choose a password of 8 characters or more"));

const name = z
  .string("Enter your name")
  .check(
    z.trim(),
    z.minLength(2, "Enter your name"),
    z.maxLength(80, "Enter a name of 80 characters or fewer"),
  );

export const signInInput = z.object({ email, password });

export const resetInput = z.object({ email });

export const newPasswordInput = z.object({ password: newPassword });

export const acceptInput = z.object({ name, email, password });

export const codeInput = z.object({
  code: z
    .string("Enter the code")
    .check(z.trim(), z.minLength(1, "Enter the code from your letter")),
});

export const referenceInput = z.object({
  code: z
    .string("Enter the code")
    .check(z.trim(), z.minLength(1, "Enter the code of the certificate"), z.maxLength(300)),
});

export const VISITS = ["new", "back"] as const;

const pin = z
  .string("Enter 6 digits")
  .check(z.trim(), z.regex(/^\d{6}$/, "Enter 6 digits, and nothing else"));

export const joinInput = z.object({
  visit: z.enum(VISITS, "Say if this is your first time here"),
  name,
  pin,
});

export const choosePinInput = z.object({
  name,
  code: z
    .string("Enter the code from your manager")
    .check(z.trim(), z.minLength(1, "Enter the code from your manager")),
  pin,
});

const MOBILE = "Enter a UK mobile number, like 07700 900123, or leave it empty";

/** A UK mobile number as +447…, however it is typed; empty takes it away. */
export const mobileInput = z.object({
  mobile: z.string(MOBILE).check(
    z.overwrite((text) => text.replace(/[\s()-]/g, "").replace(/^(0|0044|44)(?=7)/, "+44")),
    z.refine((text) => text === "" || /^\+447\d{9}$/.test(text), MOBILE),
  ),
});
