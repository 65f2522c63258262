import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The clone's own folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");

const wanted = process.env.PORTAL_DATA_DIR || ".data";

/** Everything a run leaves behind: database, credentials, mail, logs, stamps. */
export const dataDir = isAbsolute(wanted) ? wanted : join(root, wanted);
