import pino from "pino";
import { logLevel } from "@/lib/env";

/** One JSON line an event: ids, codes and counts; never a name, an address or a message of an error. */
export const log = pino({ level: logLevel(), base: null });
