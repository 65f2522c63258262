import "server-only";
import { sql } from "drizzle-orm";
import { cookies } from "next/headers";
import { readScope } from "@/lib/db/scope";
import { env } from "@/lib/env";
import { isBoroughCode } from "./ids";
import { hashSecret } from "./secrets";
import { DEVICE_COOKIE, DEVICE_HOURS } from "./shared-device-cookie";

/** The business a device was opened for. */
export interface DevicePlace {
  boroughCode: string;
  businessId: string;
  businessName: string;
}

/** Marks this browser as the device with this secret, for as long as it may be open. */
export async function setDeviceCookie(boroughCode: string, secret: string): Promise<void> {
  (await cookies()).set(DEVICE_COOKIE, `${boroughCode}.${secret}`, {
    httpOnly: true,
    sameSite: "lax",
    secure: env().PORTAL_URL.startsWith("https:"),
    path: "/",
    maxAge: DEVICE_HOURS * 60 * 60,
  });
}

/** Does this browser say that it is a shared device? What it may do is asked of the database. */
export async function isSharedDevice(): Promise<boolean> {
  return (await cookies()).has(DEVICE_COOKIE);
}

/** The business this browser was opened for; null when it was closed, timed out, or never opened. */
export async function findDevicePlace(): Promise<DevicePlace | null> {
  const [boroughCode = "", secret = ""] = ((await cookies()).get(DEVICE_COOKIE)?.value ?? "").split(
    ".",
  );
  if (!isBoroughCode(boroughCode) || !/^[\w-]{43}$/.test(secret)) return null;
  const [row] = await readScope({ role: "portal_public", boroughs: [] }, (tx) =>
    tx.execute<{ business_id: string; business_name: string; stage: string }>(
      sql`SELECT business_id, business_name, stage FROM lookup_shared_device(${boroughCode}, ${hashSecret(secret)})`,
    ),
  );
  if (!row || row.stage === "closed" || row.stage === "excluded") return null;
  return { boroughCode, businessId: row.business_id, businessName: row.business_name };
}
