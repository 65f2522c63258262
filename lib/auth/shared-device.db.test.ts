import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { readScope } from "@/lib/db/scope";
import { asOwner, closeOwner, mintBorough } from "@/lib/db/test/borough";
import { addPremises } from "@/lib/db/test/premises";
import { NotFound } from "@/lib/errors";
import { closeDevice, openDevice } from "@/lib/people/device-commands";
import { listOpenDevices } from "@/lib/people/queries";
import { hashSecret, randomSecret } from "./secrets";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

async function openPlace() {
  const borough = await mintBorough();
  const businessId = await addPremises(borough);
  await asOwner(
    [borough.code],
    (tx) => tx`UPDATE businesses SET stage = 'enrolled' WHERE id = ${businessId}`,
  );
  const manager: Viewer = {
    ...{ role: "business_manager", userId: randomUUID(), name: "Orla Fennick" },
    ...{ boroughCode: borough.code, businessId },
  };
  const at = { boroughCode: borough.code };
  const open = async (secret = randomSecret()) => ({
    secret,
    ...(await runCommand(openDevice, manager, { secret }, at)),
  });
  const close = (deviceId: string) => runCommand(closeDevice, manager, { deviceId }, at);
  const devices = () => asViewer(manager, (ctx) => listOpenDevices(ctx, businessId));
  const found = (secret: string, code = borough.code) =>
    readScope({ role: "portal_public", boroughs: [] }, (tx) =>
      tx.execute(sql`SELECT business_id FROM lookup_shared_device(${code}, ${hashSecret(secret)})`),
    );
  return { borough, businessId, open, close, devices, found };
}

it("is opened by a manager, is found by its own secret alone, and closes at once", async () => {
  const [here, there] = [await openPlace(), await openPlace()];
  const device = await here.open();
  expect(await here.found(device.secret)).toMatchObject([{ business_id: here.businessId }]);
  expect(await here.found(randomSecret())).toHaveLength(0);
  expect(await here.found(device.secret, there.borough.code)).toHaveLength(0);
  expect(await here.devices()).toHaveLength(1);
  await expect(there.close(device.deviceId)).rejects.toBeInstanceOf(NotFound);
  await here.close(device.deviceId);
  expect(await here.found(device.secret)).toHaveLength(0);
  expect(await here.devices()).toHaveLength(0);
  await expect(here.close(device.deviceId)).rejects.toBeInstanceOf(NotFound);
});

it("is closed by itself after twelve hours", async () => {
  const { borough, open, found, devices } = await openPlace();
  const { secret } = await open();
  await asOwner(
    [borough.code],
    (tx) =>
      tx`UPDATE shared_devices SET expires_at = expires_at - interval '12 hours' WHERE borough_code = ${borough.code}`,
  );
  expect(await found(secret)).toHaveLength(0);
  expect(await devices()).toHaveLength(0);
});
