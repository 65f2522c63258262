import { log } from "./log";

interface Request {
  method: string;
  headers: NodeJS.Dict<string | string[]>;
}

/**
 * Logs a server error by its kind, code, digest and route pattern. Its message and the address are
 * left out: a driver's error quotes the parameters, an address may hold a link's secret.
 */
export function logRequestError(
  error: unknown,
  request: Request,
  context: { routePath: string; routeType: string },
): void {
  log.error(
    {
      requestId: request.headers["x-request-id"],
      method: request.method,
      route: context.routePath,
      routeType: context.routeType,
      ...errorFacts(error),
    },
    "request failed",
  );
}

/** What of an error is safe to write down. */
export function errorFacts(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { cause } = error;
  const digest = "digest" in error ? String(error.digest) : undefined;
  const from = cause instanceof Error ? cause : error;
  const code = "code" in from ? String(from.code) : undefined;
  return {
    error: error.name,
    ...(cause instanceof Error ? { cause: cause.name } : {}),
    ...(code ? { code } : {}),
    ...(digest ? { digest } : {}),
    ...framesOf(error),
  };
}

/** The stack without its first lines, which repeat the message. */
function framesOf(error: Error): Record<string, string> {
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return frames.length > 0
    ? {
        at: frames
          .slice(0, 6)
          .map((line) => line.trim())
          .join(" < "),
      }
    : {};
}
