/** How long a file that was made in the background is kept. */
export const KEPT_DAYS = 7;

/** The page that offers to make a long file in the background. */
export function newExportHref(borough: string, asked: Record<string, string | undefined>): string {
  const pairs = Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return `/${borough}/exports/new?${new URLSearchParams(pairs)}`;
}
