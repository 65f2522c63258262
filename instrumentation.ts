import type { Instrumentation } from "next";

/** On start: the environment, then the walls. Refuses to serve with one plain sentence a fault. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  if (process.env.NEXT_PHASE === "phase-production-build") return;
  const { checkStart } = await import("@/lib/start");
  await checkStart();
}

/** One JSON line an error: what kind and where, never its message, which may hold what people typed. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logRequestError } = await import("@/lib/request-errors");
  logRequestError(error, request, context);
};
