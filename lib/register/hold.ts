import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import type { WriteContext } from "@/lib/command";
import { registerImports } from "@/lib/db/schema/register";
import { Conflict, NotFound } from "@/lib/errors";

/** One import of a register at a time: what a preview compared with cannot change under it. */
export async function holdRegister(
  { tx, boroughCode }: WriteContext,
  register: string,
): Promise<void> {
  const lock = `register|${boroughCode}|${register}`;
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
}

/** The import of an order, locked, still waiting for its answer. Throws NotFound or Conflict. */
export async function holdPreview(ctx: WriteContext, importId: string) {
  const find = () =>
    ctx.tx.select().from(registerImports).where(ctx.own(registerImports, importId));
  const [known] = await find();
  if (!known) throw new NotFound("No such import.");
  await holdRegister(ctx, known.register);
  const [held] = await find().for("update");
  if (held?.state === "confirmed") throw new Conflict("This import was confirmed already.");
  if (held?.state !== "previewed")
    throw new Conflict("This import was discarded. Upload the file again.");
  return held;
}

/** Refuses a preview that was made before another import of the same register was confirmed. */
export async function refuseOutOfDate(
  ctx: WriteContext,
  preview: { id: string; register: string; createdAt: Date },
): Promise<void> {
  const mine = sql`(SELECT p.created_at FROM register_imports p
    WHERE p.borough_code = ${ctx.boroughCode} AND p.id = ${preview.id})`;
  const [newer] = await ctx.tx
    .select({ id: registerImports.id })
    .from(registerImports)
    .where(
      and(
        ctx.inBorough(registerImports),
        eq(registerImports.register, preview.register),
        eq(registerImports.state, "confirmed"),
        gt(registerImports.settledAt, mine),
      ),
    )
    .limit(1);
  if (newer) {
    throw new Conflict(
      "Another import of this register was confirmed after this preview was made. Upload the file again.",
    );
  }
}
