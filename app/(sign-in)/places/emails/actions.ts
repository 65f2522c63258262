"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { requireHolder } from "@/lib/auth/current";
import { chooseDigest, keepMobile } from "@/lib/auth/digest-choice";
import { mobileInput } from "@/lib/auth/schema";
import { NotFound } from "@/lib/errors";
import type { FormState } from "@/lib/forms/state";
import { attempt } from "@/lib/forms/submit";
import { readAnswers, refused } from "../../answers";

/** Turns a borough's weekly e-mail on or off for whoever is signed in. */
export async function chooseAction(boroughCode: string, emails: boolean): Promise<void> {
  const holder = await requireHolder();
  try {
    await chooseDigest(holder, boroughCode, emails);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  revalidatePath("/places/emails");
}

/** Keeps the number somebody wants text messages at, or takes it away. */
export async function mobileAction(_: FormState, data: FormData): Promise<FormState> {
  const holder = await requireHolder();
  const answers = readAnswers(mobileInput, data);
  if ("state" in answers) return answers.state;
  const { mobile } = answers.input;
  const done = await attempt(() => keepMobile(holder, mobile));
  if ("errors" in done) return refused(data, done.errors);
  revalidatePath("/places/emails");
  redirect(`/places/emails?done=${mobile ? "number" : "no-number"}`);
}
