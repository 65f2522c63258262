import "server-only";
import { randomUUID } from "node:crypto";
import type * as z from "zod/mini";
import { may, type Permission } from "@/lib/auth/permissions";
import { readScopeOf, type Viewer } from "@/lib/auth/viewer";
import { parseInput } from "@/lib/command";
import { libraryEvents } from "@/lib/db/schema/drafts";
import { type Transaction, writeScope } from "@/lib/db/scope";
import { Forbidden } from "./errors";

export interface LibraryContext {
  tx: Transaction;
  viewer: Extract<Viewer, { role: "programme" }>;
}

/** A write to the course library, which belongs to no borough and moves no figure. */
export interface LibraryCommand<Input extends z.ZodMiniType, T> {
  of: "library";
  name: Permission;
  input: Input;
  run(
    ctx: LibraryContext,
    input: z.output<Input>,
  ): Promise<{
    value: T;
    /** For the log: which course, and names and numbers of its parts, never their words; null: nothing changed. */
    event: null | { courseSlug: string; details?: Record<string, string | number | boolean> };
  }>;
}

export function defineLibraryCommand<Input extends z.ZodMiniType, T>(
  command: Omit<LibraryCommand<Input, T>, "of">,
): LibraryCommand<Input, T> {
  return { ...command, of: "library" };
}

/**
 * Runs a command on the library as one of the programme team, in one transaction with its line in the
 * library's log. Throws Forbidden, NotFound, Conflict or RuleBroken; nothing is written then.
 */
export async function runLibraryCommand<Input extends z.ZodMiniType, T>(
  command: LibraryCommand<Input, T>,
  viewer: Viewer,
  raw: unknown,
): Promise<T> {
  if (!may(viewer.role, command.name) || viewer.role !== "programme") {
    throw new Forbidden("Your role may not do this.");
  }
  const input = parseInput(command, raw);
  return writeScope({ ...readScopeOf(viewer), boroughs: [], countBoroughs: [] }, async (tx) => {
    const { value, event } = await command.run({ tx, viewer }, input);
    if (!event) return value;
    await tx.insert(libraryEvents).values({
      id: randomUUID(),
      actorId: viewer.userId,
      action: command.name,
      courseSlug: event.courseSlug,
      details: event.details ?? {},
    });
    return value;
  });
}
