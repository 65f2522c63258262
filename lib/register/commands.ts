import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { actorId } from "@/lib/auth/viewer";
import { type Command, defineCommand, type WriteContext } from "@/lib/command";
import { sectors } from "@/lib/db/schema/boroughs";
import { registerImports, registerRows } from "@/lib/db/schema/register";
import { applyImport } from "./apply";
import { holdPreview, holdRegister, refuseOutOfDate } from "./hold";
import type { RegisterFile } from "./inspect";
import { defaultRegister, type ImportCounts } from "./model";
import { confirmRegisterInput, discardRegisterInput, previewRegisterInput } from "./schema";
import { stageRows } from "./stage";
import { WrongFile } from "./wrong-file";

async function checkSector(ctx: WriteContext, sector: string, register: string): Promise<void> {
  const [known] = await ctx.tx
    .select({ code: sectors.code })
    .from(sectors)
    .where(
      and(ctx.inBorough(sectors), eq(sectors.code, sector), eq(sectors.countsAsBusiness, true)),
    );
  if (!known) throw new WrongFile("no_sector");
  const [other] = await ctx.tx
    .select({ id: registerImports.id })
    .from(registerImports)
    .where(
      and(
        ctx.inBorough(registerImports),
        eq(registerImports.register, register),
        eq(registerImports.state, "confirmed"),
        sql`${registerImports.sector} <> ${sector}`,
      ),
    )
    .limit(1);
  if (other) throw new WrongFile("register_sector");
}

export interface Previewed {
  importId: string;
  register: string;
  counts: ImportCounts;
}

/** Registers an upload with its rows staged and compared; not one business is touched. Throws WrongFile. */
export function previewRegister(
  file: RegisterFile,
): Command<typeof previewRegisterInput, Previewed> {
  return defineCommand({
    name: "register.preview",
    input: previewRegisterInput,
    async run(ctx, { sector, fileName, register: named }) {
      const register = named || defaultRegister(sector);
      await holdRegister(ctx, register);
      await checkSector(ctx, sector, register);
      const id = randomUUID();
      await ctx.tx.insert(registerImports).values({
        boroughCode: ctx.boroughCode,
        id,
        register,
        sector,
        fileName,
        encoding: file.encoding,
        fileHash: file.hash,
        state: "previewed",
        droppedColumns: file.dropped,
        uploadedBy: actorId(ctx.viewer),
        // The moment the register was held, not the one the transaction began.
        createdAt: sql`clock_timestamp()`,
        ...columnsOf({
          read: 0,
          new: 0,
          changed: 0,
          unchanged: 0,
          refused: 0,
          gone: 0,
          notTrading: 0,
        }),
      });
      const counts = await stageRows(ctx, { id, register }, file.rows());
      await ctx.tx
        .update(registerImports)
        .set(columnsOf(counts))
        .where(ctx.own(registerImports, id));
      return {
        value: { importId: id, register, counts },
        touched: [],
        audit: {
          subject: ["register_import", id],
          fields: ["state"],
          details: { register, sector, ...counts },
        },
      };
    },
  });
}

const columnsOf = (counts: ImportCounts) => ({
  rowsRead: counts.read,
  rowsNew: counts.new,
  rowsChanged: counts.changed,
  rowsUnchanged: counts.unchanged,
  rowsGone: counts.gone,
  rowsRefused: counts.refused,
  rowsNotTrading: counts.notTrading,
});

/** Writes what a preview showed, in one transaction. Throws Conflict when the preview is out of date. */
export const confirmRegister = defineCommand({
  name: "register.confirm",
  input: confirmRegisterInput,
  async run(ctx, { importId }) {
    const preview = await holdPreview(ctx, importId);
    await refuseOutOfDate(ctx, preview);
    const { businessIds, ...applied } = await applyImport(ctx, preview);
    await ctx.tx
      .update(registerImports)
      .set({
        state: "confirmed",
        settledAt: sql`clock_timestamp()`,
        settledBy: actorId(ctx.viewer),
      })
      .where(ctx.own(registerImports, importId));
    return {
      value: { importId, ...applied },
      touched: businessIds,
      touchesBorough: true,
      audit: {
        subject: ["register_import", importId],
        fields: ["state"],
        details: { register: preview.register, ...applied },
      },
    };
  },
});

/** Throws a preview away with its staged rows; the import stays in the list as discarded. */
export const discardRegister = defineCommand({
  name: "register.discard",
  input: discardRegisterInput,
  async run(ctx, { importId }) {
    const preview = await holdPreview(ctx, importId);
    await ctx.tx
      .delete(registerRows)
      .where(and(ctx.inBorough(registerRows), eq(registerRows.importId, importId)));
    await ctx.tx
      .update(registerImports)
      .set({
        state: "discarded",
        settledAt: sql`clock_timestamp()`,
        settledBy: actorId(ctx.viewer),
      })
      .where(ctx.own(registerImports, importId));
    return {
      value: { importId },
      touched: [],
      audit: {
        subject: ["register_import", importId],
        fields: ["state"],
        details: { register: preview.register },
      },
    };
  },
});
