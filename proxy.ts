import { randomBytes, randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import {
  contentSecurityPolicy,
  FILE_POLICY,
  HSTS,
  isFromHere,
  SECURITY_HEADERS,
} from "@/lib/auth/headers";
import { CLEAR_SITE_DATA, DEVICE_COOKIE, DEVICE_PATH } from "@/lib/auth/shared-device-cookie";

/** Areas that need a session: a visitor without a cookie is sent to sign in. Not the security check. */
const SIGNED_IN = /^\/(E\d{8}|business|learn|police|programme|places)(\/|$)/;
const SESSION_COOKIES = ["next-auth.session-token", "__Secure-next-auth.session-token"];

/** What somebody sent, handed on as a file: nothing in it may run or load. */
const PICTURES = "/api/pictures/";

/** Nonce, security headers, request id, and the refusal of forms that another site sent. */
export function proxy(request: NextRequest): NextResponse {
  const portalUrl = process.env.PORTAL_URL;
  const https = portalUrl?.startsWith("https:") ?? false;
  const nonce = randomBytes(18).toString("base64");
  const policy = request.nextUrl.pathname.startsWith(PICTURES)
    ? FILE_POLICY
    : contentSecurityPolicy(nonce, { dev: process.env.NODE_ENV === "development", https });
  const requestId = randomUUID();
  const response = answer(request, { portalUrl, policy, requestId });
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
  if (https) response.headers.set("Strict-Transport-Security", HSTS);
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "private, no-store");
  response.headers.set("X-Request-Id", requestId);
  if (request.nextUrl.pathname === DEVICE_PATH && request.method === "GET") {
    // Whoever was here before is gone: nothing of theirs may stay on a device of others.
    response.headers.set("Clear-Site-Data", CLEAR_SITE_DATA);
    for (const name of SESSION_COOKIES) response.cookies.delete(name);
  }
  return response;
}

interface Frame {
  portalUrl: string | undefined;
  policy: string;
  requestId: string;
}

function answer(request: NextRequest, { portalUrl, policy, requestId }: Frame): NextResponse {
  if (!isFromHere(request, portalUrl)) {
    return new NextResponse("This form was not sent from the portal.\n", { status: 403 });
  }
  const { pathname, search } = request.nextUrl;
  const signedIn = SESSION_COOKIES.some((name) => request.cookies.has(name));
  if (!signedIn && request.method === "GET" && SIGNED_IN.test(pathname)) {
    const shared = request.cookies.has(DEVICE_COOKIE) && pathname.startsWith("/learn");
    if (shared) return NextResponse.redirect(new URL(DEVICE_PATH, request.url), 307);
    const there = new URL("/sign-in", request.url);
    there.searchParams.set("next", pathname + search);
    return NextResponse.redirect(there, 307);
  }
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set("x-request-id", requestId);
  headers.set("x-portal-path", pathname + search);
  return NextResponse.next({ request: { headers } });
}

export const config = {
  // Built files carry their headers through next.config.ts. Uploads stream past the proxy, which
  // would hold their bodies: that route asks isFromHere itself.
  matcher: ["/((?!_next/static|_next/image|api/uploads).*)"],
};
