/** Days an invitation can be accepted: time for a letter to be read, found and read again. */
export const INVITATION_DAYS = 60;

export type InvitationState = "open" | "accepted" | "withdrawn" | "expired";

export const INVITATION_LABELS: Record<InvitationState, string> = {
  open: "Waiting for an answer",
  accepted: "Accepted",
  withdrawn: "Withdrawn",
  expired: "Expired",
};

/** Where an invitation stands today. */
export function invitationState(
  invitation: { expiresOn: string; accepted: boolean; withdrawn: boolean },
  today: string,
): InvitationState {
  if (invitation.accepted) return "accepted";
  if (invitation.withdrawn) return "withdrawn";
  return invitation.expiresOn < today ? "expired" : "open";
}

export const CHANNEL_LABELS = { email: "E-mail", letter: "Letter" } as const;
