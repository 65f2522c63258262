"use server";

import { redirect } from "next/navigation";
import { clearSessionCookie, readSessionCookie } from "@/lib/auth/cookie";
import { signOutEverywhere } from "@/lib/auth/sign-out";

/** Ends every session of whoever holds this one, on every device. */
export async function signOutEverywhereAction(): Promise<void> {
  const token = await readSessionCookie();
  if (token) await signOutEverywhere(token);
  await clearSessionCookie();
  redirect("/sign-in?done=signed-out-everywhere");
}
