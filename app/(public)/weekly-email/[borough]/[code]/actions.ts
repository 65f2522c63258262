"use server";

import { notFound, redirect } from "next/navigation";
import { stopByLink } from "@/lib/auth/digest-choice";
import { NotFound } from "@/lib/errors";

/** Stops the e-mails this letter's link belongs to; the page then says so. */
export async function stopAction(boroughCode: string, secret: string): Promise<void> {
  try {
    await stopByLink(boroughCode, secret);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(`/weekly-email/${boroughCode}/${secret}`);
}
