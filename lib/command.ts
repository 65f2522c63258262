import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { and, eq, inArray, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type * as z from "zod/mini";
import { applyRules } from "@/lib/assignments/apply-rules";
import { type AuditNote, recordAudit } from "@/lib/audit/record";
import { may, type Permission } from "@/lib/auth/permissions";
import { actorId, readScopeOf, type Viewer, writeScopeOf } from "@/lib/auth/viewer";
import { refreshBorough } from "@/lib/coverage/borough-refresh";
import { refreshTouched } from "@/lib/coverage/touch";
import { readScope, type Transaction, writeScope } from "@/lib/db/scope";
import { findOutcome, keepOutcome } from "@/lib/idempotency";
import { londonDate } from "./dates";
import { Forbidden, RuleBroken } from "./errors";

type BoroughTable = PgTable & { boroughCode: PgColumn };
type BoroughRowTable = BoroughTable & { id: PgColumn };

/** What a query may use: the transaction, who asks, and today's date in London (yyyy-mm-dd). */
export interface ReadContext<V extends Viewer = Viewer> {
  tx: Transaction;
  viewer: V;
  today: string;
  /** Boroughs whose rows this viewer reads. */
  boroughs: readonly string[];
  /** `table.borough_code` is one of the viewer's boroughs: every query says so itself. */
  inBorough(table: BoroughTable): SQL;
}

/** What a command may use besides: exactly one borough. */
export interface WriteContext<V extends Viewer = Viewer> extends ReadContext<V> {
  boroughCode: string;
  /** The row with this id in the command's borough. */
  own(table: BoroughRowTable, id: string): SQL;
}

/** Reads in one REPEATABLE READ, READ ONLY transaction as the viewer's database role. */
export function asViewer<T, V extends Viewer>(
  viewer: V,
  read: (ctx: ReadContext<V>) => Promise<T>,
  options: { today?: string } = {},
): Promise<T> {
  const scope = readScopeOf(viewer);
  return readScope(scope, (tx) =>
    read(readContext(tx, viewer, scope.boroughs, options.today ?? londonDate(new Date()))),
  );
}

function readContext<V extends Viewer>(
  tx: Transaction,
  viewer: V,
  boroughs: readonly string[],
  today: string,
): ReadContext<V> {
  return {
    tx,
    viewer,
    today,
    boroughs,
    inBorough: (table) =>
      boroughs.length === 1 && boroughs[0]
        ? eq(table.boroughCode, boroughs[0])
        : inArray(table.boroughCode, [...boroughs]),
  };
}

/**
 * Records what was looked at or taken away: a short write of its own in one of the
 * viewer's boroughs, after the read. Throws Forbidden elsewhere.
 */
export async function recordView(
  viewer: Viewer,
  boroughCode: string,
  action: string,
  note: AuditNote,
): Promise<void> {
  if (!readScopeOf(viewer).boroughs.includes(boroughCode)) {
    throw new Forbidden("This is not your borough.");
  }
  await writeScope(writeScopeOf(viewer, boroughCode), (tx) =>
    recordAudit({ tx, viewer, boroughCode }, action, randomUUID(), note),
  );
}

/** What every command answers: its value, the businesses whose standing may change, and the audit note. */
export interface CommandResult<T> {
  value: T;
  touched: readonly string[];
  /** Nothing but certificates was written: what is to be seen to changes where standing does. */
  wroteCertificatesOnly?: true;
  /** A fact of the borough itself was written: Prepare, or what police confirm. */
  touchesBorough?: true;
  audit: AuditNote;
}

export interface Command<Input extends z.ZodMiniType, T> {
  name: Permission;
  input: Input;
  run(ctx: WriteContext, input: z.output<Input>): Promise<CommandResult<T>>;
}

/** A write. Its type makes the permission, the audit note and the touched businesses impossible to forget. */
export function defineCommand<Input extends z.ZodMiniType, T>(
  command: Command<Input, T>,
): Command<Input, T> {
  return command;
}

export interface RunOptions {
  boroughCode: string;
  /** A form's random key: the same key and body gives the first answer. */
  idempotencyKey?: string;
  today?: string;
}

/**
 * Runs a command as a viewer in one borough and one transaction.
 * Throws Forbidden, NotFound, Conflict or RuleBroken; nothing is written then.
 */
export async function runCommand<Input extends z.ZodMiniType, T>(
  command: Command<Input, T>,
  viewer: Viewer,
  raw: unknown,
  options: RunOptions,
): Promise<T> {
  if (!may(viewer.role, command.name)) throw new Forbidden("Your role may not do this.");
  if (!readScopeOf(viewer).boroughs.includes(options.boroughCode)) {
    throw new Forbidden("This is not your borough.");
  }
  const input = parseInput(command, raw);
  return writeScope(writeScopeOf(viewer, options.boroughCode), (tx) =>
    runInTransaction(tx, command, viewer, input, options),
  );
}

/** Parses with the form's own schema; the first fault is thrown as RuleBroken on its field. */
export function parseInput<Input extends z.ZodMiniType>(
  command: { input: Input },
  raw: unknown,
): z.output<Input> {
  const parsed = command.input.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new RuleBroken(
    issue?.path.map(String).join(".") ?? "form",
    issue?.message ?? "Check this answer",
  );
}

/** The part after the scope is open; sign-in uses it to accept an invitation in one transaction. */
export async function runInTransaction<Input extends z.ZodMiniType, T>(
  tx: Transaction,
  command: Command<Input, T>,
  viewer: Viewer,
  input: z.output<Input>,
  options: RunOptions,
): Promise<T> {
  const today = options.today ?? londonDate(new Date());
  const { boroughCode } = options;
  const ctx: WriteContext = {
    ...readContext(tx, viewer, [boroughCode], today),
    boroughCode,
    own: (table, id) => and(eq(table.boroughCode, boroughCode), eq(table.id, id)) as SQL,
  };
  const request = options.idempotencyKey
    ? {
        boroughCode,
        actorId: actorId(viewer),
        command: command.name,
        key: options.idempotencyKey,
        bodyHash: createHash("sha256").update(JSON.stringify(input)).digest("hex"),
      }
    : undefined;
  if (request) {
    const first = await findOutcome(tx, request);
    if (first) return first.value as T;
  }
  const result = await command.run(ctx, input);
  if (!result.wroteCertificatesOnly) await applyRules(ctx, result.touched);
  const teams = await refreshTouched(
    ctx,
    result.touched,
    result.wroteCertificatesOnly ? "certificates" : "any",
  );
  await refreshBorough(ctx, { teams, touchesBorough: result.touchesBorough === true });
  await recordAudit(ctx, command.name, randomUUID(), result.audit);
  if (request) await keepOutcome(tx, request, result.value);
  return result.value;
}
