import { gzipSync } from "node:zlib";
import { chromium, type Page } from "@playwright/test";
import { CHROMIUM_ARGS } from "@/bin/lib/chromium.mjs";

/** A headless Chromium; each page opened has an empty cache. */
export async function openBrowser() {
  const browser = await chromium.launch({
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    args: CHROMIUM_ARGS,
  });
  return {
    async open(url: string, cookie?: string): Promise<Page> {
      const context = await browser.newContext();
      const [name, ...value] = (cookie ?? "").split("=");
      if (name) await context.addCookies([{ name, value: value.join("="), url }]);
      return context.newPage();
    },
    close: () => browser.close(),
  };
}

/** The gzipped bytes of every script a page loads until the network is quiet. */
export async function scriptBytes(page: Page, url: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    sizes.push(response.body().then((body) => gzipSync(body, { level: 6 }).length));
  });
  const answer = await page.goto(url, { waitUntil: "networkidle" });
  if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status()}`);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
