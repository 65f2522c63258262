/** The page that offers to make a long file in the background. */
export function newExportHref(borough: string, asked: Record<string, string | undefined>): string {
  const pairs = Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return `/${borough}/exports/new?${new URLSearchParams(pairs)}`;
}
