import "server-only";
import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env, nameAddressForNextAuth } from "@/lib/env";
import { authenticate } from "./authenticate";
import { asSessionToken, requestSource, sessionCookieName } from "./cookie";
import { endSession, findSessionHolder, type SessionToken } from "./session";

const DAY_SECONDS = 60 * 60 * 24;

/** What authorize() hands to the jwt callback: a session, dressed as next-auth's user. */
type SignedIn = { id: string; token: SessionToken };

const isSignedIn = (user: unknown): user is SignedIn =>
  typeof user === "object" && user !== null && "token" in user;

/**
 * next-auth's side of sign-in. Its cookie holds the same session id as our own form's, and the row
 * behind it is checked on every request, so ending the row ends both.
 */
export function authOptions(): AuthOptions {
  const { PORTAL_SECRET, PORTAL_URL } = env();
  nameAddressForNextAuth();
  const secure = PORTAL_URL.startsWith("https:");
  return {
    secret: PORTAL_SECRET,
    useSecureCookies: secure,
    session: { strategy: "jwt", maxAge: DAY_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
    },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(given) {
          if (!given?.email || !given.password) return null;
          const result = await authenticate(given.email, given.password, await requestSource());
          if (result.outcome !== "signed_in") return null;
          return { id: "session", token: result.token } satisfies SignedIn;
        },
      }),
    ],
    callbacks: {
      jwt: async ({ token, user }) => {
        if (isSignedIn(user)) return { ...user.token };
        const held = asSessionToken(token);
        return held && (await findSessionHolder(held)) ? { ...held } : {};
      },
      // Nobody's name or address: pages ask lib/auth/current.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        const held = asSessionToken(token);
        if (held) await endSession(held);
      },
    },
  };
}
