import "server-only";
import { defineCommand } from "@/lib/command";
import { getSession, listRegister } from "./queries";
import { sessionInput } from "./schema";

/** Shows an officer the names on a session's register, and records that they were looked at. */
export const viewRegister = defineCommand({
  name: "group_session.view_register",
  input: sessionInput,
  async run(ctx, { businessId, sessionId }) {
    const session = await getSession(ctx, businessId, sessionId);
    const rows = await listRegister(ctx, businessId, session);
    return {
      value: rows,
      touched: [],
      audit: {
        subject: ["group_session", sessionId],
        businessId,
        fields: ["staff.name"],
        details: { names: rows.length },
      },
    };
  },
});
