import { readFileSync } from "node:fs";
import { parse } from "yaml";
import * as z from "zod";
import { isIsoDate } from "@/lib/dates";

/** What the shipped content has in common: words, a day, a short name. */
export const text = z.string().trim().min(1);
export const day = z.string().refine(isIsoDate, "must be a day, like 2027-05-31");
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be short words joined by dashes");

/** The text of a content file with plain line ends; throws one sentence that names the file. */
export function readContent(file: string): string {
  try {
    return readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  } catch {
    return fault(file, "is missing or cannot be read");
  }
}

/** YAML as plain values; throws one sentence that names the file. */
export function parseYaml(file: string, yaml: string): unknown {
  try {
    return parse(yaml);
  } catch (error) {
    return fault(
      file,
      error instanceof Error ? (error.message.split("\n")[0] ?? "") : "is not YAML",
    );
  }
}

/** `raw` as the schema has it; throws one sentence that names the file, the place and the fault. */
export function checked<S extends z.ZodType>(
  schema: S,
  file: string,
  raw: unknown,
  place?: string,
): z.output<S> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path.join(".") || (place ? "the item" : "the file");
  return fault(file, `${place ? `${place}: ` : ""}${field}: ${issue?.message}`);
}

/** Refuses a content file in one sentence. */
export function fault(file: string, what: string): never {
  const at = file.lastIndexOf("content/");
  throw new Error(`${at < 0 ? file : file.slice(at)}: ${what}.`);
}
