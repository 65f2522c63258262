// Opens the form of a visit again when there is no network. It is registered by that page alone, for
// that page alone; the page puts itself and its files into the cache, and takes them out when it is sent.
const CACHE = "kept-pages";
const PAGE = /^\/E\d{8}\/visits\/[0-9a-f-]{36}\/record$/;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && PAGE.test(pathname)) {
    event.respondWith(fetch(request).catch((fault) => kept(pathname, fault)));
  } else if (pathname.startsWith("/_next/static/")) {
    event.respondWith(kept(request, null).catch(() => fetch(request)));
  }
});

/** What the page has kept under this address, or the fault that made us look. */
async function kept(asked, fault) {
  const found = await caches.match(asked, { cacheName: CACHE, ignoreVary: true });
  if (!found) throw fault ?? new Error("Not kept.");
  return found;
}
