/** What a bar measured, as `bench/results.json` keeps it. */
export interface Result {
  bar: string;
  value: number;
  limit: number;
  ok: boolean;
  detail: Record<string, unknown>;
}

export const atMost = (
  bar: string,
  value: number,
  limit: number,
  detail: Result["detail"],
): Result => ({
  bar,
  value,
  limit,
  ok: value <= limit,
  detail,
});

export const atLeast = (
  bar: string,
  value: number,
  limit: number,
  detail: Result["detail"],
): Result => ({
  bar,
  value,
  limit,
  ok: value >= limit,
  detail,
});

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
