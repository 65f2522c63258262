import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type NotifySink, startNotifySink } from "@/lib/db/test/notify-sink";
import { writeLetter } from "./letter";
import { type NotifySettings, postToNotify } from "./notify";
import { MailRefused } from "./refused";
import { canSendTexts, sendLetter, sendText } from "./transport";

const [serviceId, secret] = [randomUUID(), randomUUID()];
const [emailTemplate, textTemplate] = [randomUUID(), randomUUID()];
let sink: NotifySink;
let settings: NotifySettings;

beforeAll(async () => {
  sink = await startNotifySink(serviceId, secret);
  settings = { url: sink.url, serviceId, secret };
  Object.assign(process.env, {
    NOTIFY_URL: sink.url,
    NOTIFY_API_KEY: `a-key-of-ours-${serviceId}-${secret}`,
    NOTIFY_TEMPLATE_EMAIL: emailTemplate,
    NOTIFY_TEMPLATE_SMS: textTemplate,
  });
});
afterAll(() => sink.stop());
afterEach(() => {
  sink.answers.length = 0;
  sink.messages.length = 0;
});

const request = (reference: string = randomUUID()) => ({
  kind: "email" as const,
  templateId: emailTemplate,
  to: "reader@example.org",
  personalisation: { subject: "A subject", body: "A body" },
  reference,
});
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe("GOV.UK Notify", () => {
  it("gets every letter once there is a key, signed, with our own id as its reference", async () => {
    const id = randomUUID();
    const letter = writeLetter("Join us", [{ text: "Dear reader," }, { list: ["one", "two"] }]);
    await sendLetter(letter, "reader@example.org", id);
    expect(sink.messages).toEqual([
      {
        path: "/v2/notifications/email",
        email_address: "reader@example.org",
        template_id: emailTemplate,
        personalisation: { subject: "Join us", body: letter.text },
        reference: id,
      },
    ]);
  });

  it("gets text messages to their own template", async () => {
    expect(canSendTexts()).toBe(true);
    await sendText("2 courses are overdue.", "+447700900123", "a-reference");
    expect(sink.messages).toEqual([
      {
        path: "/v2/notifications/sms",
        phone_number: "+447700900123",
        template_id: textTemplate,
        personalisation: { body: "2 courses are overdue." },
        reference: "a-reference",
      },
    ]);
  });

  it.each([
    ["another service", { serviceId: randomUUID() }],
    ["another secret", { secret: randomUUID() }],
  ])("refuses %s for good", async (_, other) => {
    const error = await errorOf(postToNotify({ ...settings, ...other }, request()));
    expect(error).toBeInstanceOf(MailRefused);
    expect(sink.messages).toEqual([]);
  });

  it.each([400, 403, 404, 410])("says with %i that another try is pointless", async (status) => {
    sink.answers.push(status);
    expect(await errorOf(postToNotify(settings, request()))).toBeInstanceOf(MailRefused);
  });

  it.each([429, 500, 503])("is asked again after %i", async (status) => {
    sink.answers.push(status);
    const error = await errorOf(postToNotify(settings, request("kept")));
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(MailRefused);
    await postToNotify(settings, request("kept"));
    expect(sink.messages.map((message) => message.reference)).toEqual(["kept"]);
  });

  it("is asked again when it cannot be reached", async () => {
    const closed = await startNotifySink(serviceId, secret);
    await closed.stop();
    const error = await errorOf(postToNotify({ ...settings, url: closed.url }, request()));
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(MailRefused);
  });
});
