/** Starts the built web server, and the worker unless told not to; answers once both are ready. */
export function startPortal(options: {
  port: number;
  env: Record<string, string | undefined>;
  host?: string;
  worker?: boolean;
  logDir?: string;
}): Promise<{
  url: string;
  /** The web server first. */
  children: { pid: number | undefined }[];
  stop(): Promise<void>;
}>;
