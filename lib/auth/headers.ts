/** Sent with every response; pages add their own content security policy. */
export const SECURITY_HEADERS: Record<string, string> = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  // Not no-referrer: a browser then sends "Origin: null" with our own forms. A link's secret in the
  // address goes to this site alone.
  "Referrer-Policy": "same-origin",
  "Permissions-Policy":
    "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-DNS-Prefetch-Control": "off",
  "X-Permitted-Cross-Domain-Policies": "none",
};

export const HSTS = "max-age=63072000; includeSubDomains";

/** The policy of a page: scripts and styles of this site alone, each with the request's nonce. */
export function contentSecurityPolicy(
  nonce: string,
  options: { dev: boolean; https: boolean },
): string {
  const { dev, https } = options;
  return [
    "default-src 'self'",
    // React's development build needs eval, and its overlay writes styles without a nonce.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // The one worker keeps the form of a visit for when there is no network.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

interface Incoming {
  method: string;
  headers: Pick<Headers, "get">;
}

/**
 * Does a request that changes something come from a page of this site? A browser always names the
 * origin of a form; one that is absent, "null" or another's is refused. `portalUrl` as people type it.
 */
export function isFromHere(request: Incoming, portalUrl: string | undefined): boolean {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return true;
  const origin = request.headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  if (portalUrl && URL.canParse(portalUrl) && new URL(portalUrl).origin === origin) return true;
  return new URL(origin).host === request.headers.get("host");
}

/** The policy of an answer that is a file and no page. */
export const FILE_POLICY = "default-src 'none'; frame-ancestors 'none'";
