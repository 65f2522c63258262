import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { findPublicCertificate } from "@/lib/auth/public-lookups";
import { linkSecret } from "@/lib/auth/secrets";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner } from "@/lib/db/test/borough";
import { answerAll, fieldOf, options, readAll, TODAY } from "@/lib/db/test/learning";
import { mintClass } from "@/lib/db/test/training";
import { NotFound } from "@/lib/errors";
import { completeTraining } from "./attempt-commands";
import { getMyCertificate } from "./attempt-queries";
import { showName, startTraining } from "./commands";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

describe("passing", () => {
  it("issues one certificate to 50 parallel posts, with the same answer to each", async () => {
    const { learner, businessId } = await mintClass();
    const recordId = await readAll(learner, "reporting");
    const attemptId = await answerAll(learner, recordId);
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        runCommand(
          completeTraining,
          learner,
          { attemptId },
          options(learner, TODAY, i % 2 ? key : undefined),
        ),
      ),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    const held = await asOwner(
      [learner.boroughCode],
      (tx) => tx<{ expires: string }[]>`
      SELECT expires_on::text AS expires FROM certificates WHERE business_id = ${businessId}`,
    );
    expect(held).toEqual([{ expires: "2027-11-30" }]);
  });

  it("makes the certificate lapse at a month's end, leap years too", async () => {
    const { learner } = await mintClass();
    const recordId = await readAll(learner, "reporting", "2027-02-10");
    const attemptId = await answerAll(learner, recordId);
    const outcome = await runCommand(
      completeTraining,
      learner,
      { attemptId },
      options(learner, "2027-02-10"),
    );
    const certificate = await asViewer(learner, (ctx) =>
      getMyCertificate(ctx, outcome.certificateId ?? ""),
    );
    expect([certificate.issuedOn, certificate.expiresOn]).toEqual(["2027-02-10", "2028-02-29"]);
  });

  it("does not start again while the certificate is fresh, and does in its last 60 days", async () => {
    const { learner } = await mintClass();
    const recordId = await readAll(learner, "reporting");
    await runCommand(
      completeTraining,
      learner,
      { attemptId: await answerAll(learner, recordId) },
      options(learner),
    );
    const start = (today: string) =>
      runCommand(startTraining, learner, { courseSlug: "reporting" }, options(learner, today));
    expect(await fieldOf(start("2027-09-01"))).toBe("held");
    expect((await start("2027-10-15")).recordId).not.toBe(recordId);
  });

  it("shows the public the facts, and the name only when the holder agrees", async () => {
    const { learner, colleague } = await mintClass();
    const recordId = await readAll(learner, "reporting");
    const outcome = await runCommand(
      completeTraining,
      learner,
      { attemptId: await answerAll(learner, recordId) },
      options(learner),
    );
    const certificateId = outcome.certificateId ?? "";
    const code = linkSecret("certificate", learner.boroughCode, certificateId);
    const seen = await findPublicCertificate(learner.boroughCode, code);
    expect(seen).toMatchObject({
      version: expect.any(Number),
      issuedOn: TODAY,
      expiresOn: "2027-11-30",
      holder: null,
    });
    await runCommand(showName, learner, { certificateId, showsName: "on" }, options(learner));
    const typed = await findPublicCertificate(learner.boroughCode, code.toUpperCase());
    expect(typed?.holder).toBe("O. Fennick");
    expect(await findPublicCertificate("E09000033", code)).toBeNull();
    expect(await findPublicCertificate(learner.boroughCode, "0".repeat(26))).toBeNull();
    expect(
      await findPublicCertificate(learner.boroughCode, "'; DROP TABLE certificates"),
    ).toBeNull();
    const foreign = runCommand(showName, colleague, { certificateId }, options(colleague));
    expect(await fieldOf(foreign)).toBeInstanceOf(NotFound);
  });
});
