/** What node needs to run one of our TypeScript scripts. */
export const TYPESCRIPT: readonly string[];

type Environment = Record<string, string | undefined>;

export function runToEnd(
  command: string,
  args: readonly string[],
  options?: { env?: Environment; quiet?: boolean; cwd?: string },
): Promise<{ code: number; said: string }>;

export function startChild(options: {
  name: string;
  args: readonly string[];
  env?: Environment;
  log?: string;
  cwd?: string;
}): { pid: number | undefined; stop(): Promise<void> };
