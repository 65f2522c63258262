/** A page kept on this device, so that it opens again without a network; in the browser only. */
const CACHE = "kept-pages";
const WORKER = "/visit-worker.js";

const canKeep = () => "serviceWorker" in navigator && "caches" in window;

/** Puts this page and the files it needs on the device. Answers whether it will open again. */
export async function keepPage(path: string): Promise<boolean> {
  if (!canKeep()) return false;
  try {
    const registration = await navigator.serviceWorker.register(WORKER, { scope: path });
    const page = await fetch(path, { cache: "no-store" });
    if (!page.ok || page.redirected) return false;
    const cache = await caches.open(CACHE);
    const html = await page.clone().text();
    const files = new Set([...filesIn(html), ...filesLoaded()]);
    await Promise.all([...files].map((file) => addOnce(cache, file)));
    await cache.put(path, page);
    await activated(registration);
    return true;
  } catch {
    return false;
  }
}

/** Not `ready`: that waits for the address the document was loaded at, before the way led here. */
function activated({ installing, waiting, active }: ServiceWorkerRegistration): Promise<void> {
  const worker = installing ?? waiting ?? active;
  if (!worker || worker.state === "activated") return Promise.resolve();
  return new Promise((resolve) => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") resolve();
    });
  });
}

const filesIn = (html: string) => html.match(/\/_next\/static\/[\w./~%@()-]+/g) ?? [];

const filesLoaded = () =>
  performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(
      ({ origin, pathname }) => origin === location.origin && /^\/_next\/static\//.test(pathname),
    )
    .map(({ pathname }) => pathname);

/** A built file never changes under its name. One that is gone is not worth failing for. */
async function addOnce(cache: Cache, file: string): Promise<void> {
  if (await cache.match(file)) return;
  await cache.add(file).catch(() => undefined);
}

/** Takes one page off the device again. */
export async function forgetPage(path: string): Promise<void> {
  if (!canKeep()) return;
  const cache = await caches.open(CACHE);
  await cache.delete(path);
  const left = (await cache.keys()).some(({ url }) => !new URL(url).pathname.startsWith("/_next/"));
  if (!left) await caches.delete(CACHE);
  const registration = await navigator.serviceWorker.getRegistration(path);
  if (registration?.scope.endsWith(path)) await registration.unregister();
}

/** Takes every page off the device. */
export async function forgetPages(): Promise<void> {
  if (!canKeep()) return;
  await caches.delete(CACHE);
  const all = await navigator.serviceWorker.getRegistrations();
  await Promise.all(all.map((registration) => registration.unregister()));
}
