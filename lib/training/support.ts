import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import { isIsoDate } from "@/lib/dates";

const text = z.string().trim().min(1);
const day = z.string().refine(isIsoDate, "must be a day");

const supportFile = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        name: text,
        for: text,
        phone: text,
        hours: text,
        url: z.url(),
        source: text,
        review_on: day,
      }),
    )
    .min(1),
});

const callFile = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        id: text,
        kind: z.enum(["main", "access"]),
        name: text,
        say: text,
        for: text,
        phone: text.optional(),
        dial: text.optional(),
        url: z.url().optional(),
        source: text,
        review_on: day,
      }),
    )
    .min(1),
});

export type SupportLine = z.infer<typeof supportFile>["lines"][number];
export type CallLine = z.infer<typeof callFile>["lines"][number];

let support: SupportLine[] | undefined;
let calls: CallLine[] | undefined;

/** Support lines for a reader who is affected, in the order of content/support.yaml. */
export function supportLines(): SupportLine[] {
  support ??= supportFile.parse(
    parse(readFileSync(join(process.cwd(), "content/support.yaml"), "utf8")),
  ).lines;
  return support;
}

/** The ways to report, in the order of content/call-card.yaml. */
export function callLines(): CallLine[] {
  calls ??= callFile.parse(
    parse(readFileSync(join(process.cwd(), "content/call-card.yaml"), "utf8")),
  ).lines;
  return calls;
}
