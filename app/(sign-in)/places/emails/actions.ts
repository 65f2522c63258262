"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { requireHolder } from "@/lib/auth/current";
import { chooseDigest } from "@/lib/auth/digest-choice";
import { NotFound } from "@/lib/errors";

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
