import { clearSessionCookie, readSessionCookie } from "@/lib/auth/cookie";
import { endSession } from "@/lib/auth/session";
import { isSharedDevice } from "@/lib/auth/shared-device";
import { CLEAR_SITE_DATA, DEVICE_PATH } from "@/lib/auth/shared-device-cookie";

/** Ends a learner's session, and has the browser drop what their pages left on the device. */
export async function POST(): Promise<Response> {
  const token = await readSessionCookie();
  if (token) await endSession(token);
  await clearSessionCookie();
  const next = (await isSharedDevice()) ? DEVICE_PATH : "/sign-in?done=signed-out";
  return new Response(null, {
    status: 303,
    headers: { Location: next, "Clear-Site-Data": CLEAR_SITE_DATA },
  });
}
