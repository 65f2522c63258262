import "server-only";
import { randomUUID } from "node:crypto";
import { hashSecret, linkSecret } from "@/lib/auth/secrets";
import { actorId } from "@/lib/auth/viewer";
import type { WriteContext } from "@/lib/command";
import { addDays } from "@/lib/dates";
import type { invitations } from "@/lib/db/schema/people";
import { INVITATION_DAYS } from "./invitation-model";

type NewInvitation = Pick<typeof invitations.$inferInsert, "role" | "channel"> & {
  businessId?: string;
  email?: string;
};

/** An invitation's row; its link is derived from its id, only the hash of the secret is kept. */
export function newInvitation(ctx: WriteContext, invitation: NewInvitation) {
  const id = randomUUID();
  return {
    ...invitation,
    boroughCode: ctx.boroughCode,
    id,
    tokenHash: hashSecret(linkSecret("invitation", ctx.boroughCode, id)),
    createdBy: actorId(ctx.viewer),
    expiresOn: addDays(ctx.today, INVITATION_DAYS),
  };
}
