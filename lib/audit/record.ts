import "server-only";
import { actorId } from "@/lib/auth/viewer";
import type { WriteContext } from "@/lib/command";
import { auditEntries, auditValues } from "@/lib/db/schema/audit";

/** What an order did: the subject's kind and id, the fields it changed, and values that are not personal. */
export interface AuditNote {
  subject: readonly [type: string, id: string];
  fields: readonly string[];
  businessId?: string;
  details?: Record<string, string | number | boolean | null>;
  /** Before and after of personal fields; kept in a side table that can be erased. */
  personal?: readonly { field: string; before: string | null; after: string | null }[];
}

/** Appends the audit row of an order, in the order's own transaction. */
export async function recordAudit(
  ctx: Pick<WriteContext, "tx" | "viewer" | "boroughCode">,
  action: string,
  id: string,
  note: AuditNote,
): Promise<void> {
  await ctx.tx.insert(auditEntries).values({
    boroughCode: ctx.boroughCode,
    id,
    actorRole: ctx.viewer.role,
    actorId: actorId(ctx.viewer),
    action,
    subjectType: note.subject[0],
    subjectId: note.subject[1],
    businessId: note.businessId ?? ("businessId" in ctx.viewer ? ctx.viewer.businessId : null),
    fields: [...note.fields],
    details: note.details ?? {},
  });
  if (!note.personal?.length) return;
  await ctx.tx
    .insert(auditValues)
    .values(
      note.personal.map((value) => ({ boroughCode: ctx.boroughCode, auditId: id, ...value })),
    );
}
