import { text, timestamp, uuid } from "drizzle-orm/pg-core";

/** The wall between customers: a GSS code such as E09000033, first in every key of a borough's table. */
export const boroughCode = () => text("borough_code").notNull();

export const id = () => uuid("id").notNull();

export const createdAt = () =>
  timestamp("created_at", { withTimezone: true }).notNull().defaultNow();

export const at = (name: string) => timestamp(name, { withTimezone: true });
