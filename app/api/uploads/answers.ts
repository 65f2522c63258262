import "server-only";
import { SECURITY_HEADERS } from "@/lib/auth/headers";

const headers = { ...SECURITY_HEADERS, "Cache-Control": "private, no-store" };

/** After an upload, on to a page that a reload does not send again. */
export function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { ...headers, location } });
}

export function refused(): Response {
  return new Response("This form was not sent from the portal.\n", { status: 403, headers });
}
