import "server-only";
import { createHash, createHmac, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

export type SecretPurpose =
  | "invitation"
  | "join"
  | "certificate"
  | "business_certificate"
  | "password"
  | "standing"
  | "digest"
  | "pin";

/**
 * The secret in a public link: 130 bits, derived from what it belongs to and PORTAL_SECRET, so that a
 * letter or a QR can be shown again while the database keeps only its hash. 26 letters and digits.
 */
export function linkSecret(purpose: SecretPurpose, ...parts: readonly (string | number)[]): string {
  const bytes = createHmac("sha256", env().PORTAL_SECRET)
    .update(JSON.stringify([purpose, ...parts]))
    .digest();
  return crockford(bytes, 26);
}

/** What somebody types, together with their name at their own business, to choose a PIN: 50 bits. */
export function pinCode(boroughCode: string, staffId: string, generation: number): string {
  return linkSecret("pin", boroughCode, staffId, generation).slice(0, 10);
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

function crockford(bytes: Uint8Array, length: number): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return Array.from(
    { length },
    (_, i) => ALPHABET[Number.parseInt(bits.slice(i * 5, i * 5 + 5), 2)],
  ).join("");
}

/** What a person typed of a printed code: case, spaces and dashes do not matter, nor o for 0, i or l for 1. */
export function readTypedSecret(typed: string): string {
  return typed.toLowerCase().replace(/[\s-]/g, "").replace(/o/g, "0").replace(/[il]/g, "1");
}

/** In groups of five, for print: a1b2c-d3e4f-… */
export function groupSecret(secret: string): string {
  return secret.match(/.{1,5}/g)?.join("-") ?? secret;
}

/** A certificate's code as it is printed, with the borough it is kept in: E09000033-a1b2c-d3e4f-… */
export function certificateReference(boroughCode: string, secret: string): string {
  return `${boroughCode}-${groupSecret(secret)}`;
}

/** What a typed code or a copied address of a certificate says; null when it is neither. */
export function readCertificateReference(
  typed: string,
): { boroughCode: string; secret: string } | null {
  const path = /\/verify\/(E\d{8})\/([^/?#\s]+)/i.exec(typed);
  const read = readTypedSecret(path ? `${path[1]}-${path[2]}` : typed);
  const [, digits, secret] = /^e(\d{8})([0-9a-z]{26})$/.exec(read) ?? [];
  return digits && secret ? { boroughCode: `E${digits}`, secret } : null;
}

/** What the database keeps of a link's secret. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** A random secret of 256 bits, for sessions. */
export function randomSecret(): string {
  return randomBytes(32).toString("base64url");
}
