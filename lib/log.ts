import pino from "pino";

/** One JSON line an event: ids, codes and counts; never a name, an address or a message of an error. */
export const log = pino({ level: process.env.LOG_LEVEL || "info", base: null });
