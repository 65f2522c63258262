import "server-only";
import { cookies, headers } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { endSession, type SessionToken } from "./session";

const LONGEST_SECONDS = 60 * 60 * 24;

const secure = () => env().PORTAL_URL.startsWith("https:");

/** next-auth's own cookie name, so that both ways of signing in make the same session. */
export function sessionCookieName(): string {
  return `${secure() ? "__Secure-" : ""}next-auth.session-token`;
}

/** Ends whatever session the browser had and sets the new one. */
export async function setSessionCookie(token: SessionToken): Promise<void> {
  const former = await readSessionCookie();
  if (former) await endSession(former);
  const jar = await cookies();
  jar.set(
    sessionCookieName(),
    await encode({ token: { ...token }, secret: env().PORTAL_SECRET, maxAge: LONGEST_SECONDS }),
    {
      httpOnly: true,
      sameSite: "lax",
      secure: secure(),
      path: "/",
      maxAge: LONGEST_SECONDS,
    },
  );
}

export async function clearSessionCookie(): Promise<void> {
  const jar = await cookies();
  jar.delete(sessionCookieName());
}

/** The token in the request's cookie, decrypted; null when there is none or it was tampered with. */
export async function readSessionCookie(): Promise<SessionToken | null> {
  const jar = await cookies();
  const value = jar.get(sessionCookieName())?.value;
  if (!value) return null;
  try {
    return asSessionToken(await decode({ token: value, secret: env().PORTAL_SECRET }));
  } catch {
    return null;
  }
}

/** Checks the shape of a decoded token. */
export function asSessionToken(decoded: unknown): SessionToken | null {
  if (typeof decoded !== "object" || decoded === null) return null;
  const { sid, userId, boroughCode, staffId } = decoded as Record<string, unknown>;
  if (typeof sid !== "string") return null;
  if (typeof userId === "string") return { sid, userId };
  if (typeof boroughCode === "string" && typeof staffId === "string") {
    return { sid, boroughCode, staffId };
  }
  return null;
}

/** Where the request came from, for throttling: the address the nearest proxy wrote. */
export async function requestSource(): Promise<string> {
  const forwarded = (await headers()).get("x-forwarded-for");
  return forwarded?.split(",").at(-1)?.trim() || "unknown";
}
