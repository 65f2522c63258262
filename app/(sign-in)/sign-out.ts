"use server";

import { redirect } from "next/navigation";
import { clearSessionCookie, readSessionCookie } from "@/lib/auth/cookie";
import { endSession } from "@/lib/auth/session";

/** Ends this browser's session; the row is ended too, so a kept cookie is worth nothing. */
export async function signOutAction(): Promise<void> {
  const token = await readSessionCookie();
  if (token) await endSession(token);
  await clearSessionCookie();
  redirect("/sign-in?done=signed-out");
}
