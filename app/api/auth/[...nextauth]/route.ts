import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/next-auth";

type Context = { params: Promise<{ nextauth: string[] }> };

async function answer(request: Request, context: Context): Promise<Response> {
  const handler: (request: Request, context: Context) => Promise<Response> = NextAuth(
    authOptions(),
  );
  return handler(request, context);
}

export { answer as GET, answer as POST };
