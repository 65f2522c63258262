import { atMost, type Result } from "../support/bar";
import { openBrowser } from "../support/browser";
import { makeBorough } from "../support/dataset";
import { officerCookie, startBenchPortal } from "../support/portal";

/** Every resource of a cold dashboard as it came over the wire, headers included. */
export async function pageWeight(): Promise<Result[]> {
  const portal = await startBenchPortal();
  const browser = await openBrowser();
  try {
    const data = await makeBorough(400);
    const page = await browser.open(portal.url, await officerCookie(data.code));
    const seen: { url: string; bytes: number }[] = [];
    const finished: Promise<void>[] = [];
    page.on("requestfinished", (request) => {
      finished.push(
        request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
          seen.push({
            url: new URL(request.url()).pathname,
            bytes: responseBodySize + responseHeadersSize,
          });
        }),
      );
    });
    await page.goto(`${portal.url}/${data.code}`, { waitUntil: "networkidle" });
    await Promise.all(finished);
    const kilobytes = seen.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
    return [
      atMost("page-weight (kB)", kilobytes, 220, { ...data, requests: seen.length }),
      atMost("page-weight (requests)", seen.length, 17, {
        largest: seen.sort((a, b) => b.bytes - a.bytes).slice(0, 4),
      }),
    ];
  } finally {
    await browser.close();
    await portal.stop();
  }
}
