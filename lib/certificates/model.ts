import type { IsoDate } from "@/lib/dates";
import { type CertificateState, certificateState } from "@/lib/training/model";

/** Why an officer withdraws a person's certificate. */
export const REVOKE_REASONS = [
  { value: "mistake", label: "It was issued by mistake" },
  { value: "not_the_holder", label: "Somebody else answered the questions" },
  { value: "twice", label: "The same person holds it twice" },
  { value: "asked", label: "Its holder asked for it" },
] as const;

/** Why an officer withdraws the certificate of a business. */
export const BUSINESS_REVOKE_REASONS = [
  { value: "mistake", label: "It was issued by mistake" },
  { value: "not_met", label: "The business does not do what it says" },
  { value: "asked", label: "The business asked for it" },
] as const;

/** The words of a reason an officer gave; empty for none. */
export function reasonLabel(reason: string | null): string {
  const all = [...REVOKE_REASONS, ...BUSINESS_REVOKE_REASONS];
  return all.find(({ value }) => value === reason)?.label ?? "";
}

export type BusinessCertificateState = CertificateState | "not_met";

/** What the certificate of a business is worth today: it counts only while the business still meets it all. */
export function businessCertificateState(
  today: IsoDate,
  facts: {
    expiresOn: IsoDate;
    revokedOn: IsoDate | null;
    newerUntil?: IsoDate | null;
    meetsNow: boolean;
  },
): BusinessCertificateState {
  const state = certificateState(today, facts);
  return state === "valid" && !facts.meetsNow ? "not_met" : state;
}
