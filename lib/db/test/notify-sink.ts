import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import * as z from "zod";

const TOKEN = z.object({ iss: z.string(), iat: z.number() });
const MESSAGE = z.object({
  email_address: z.string().optional(),
  phone_number: z.string().optional(),
  template_id: z.string(),
  personalisation: z.record(z.string(), z.string()),
  reference: z.string(),
});

export type NotifyMessage = z.infer<typeof MESSAGE> & { path: string };

export interface NotifySink {
  url: string;
  /** Every message taken, in order. */
  messages: NotifyMessage[];
  /** Statuses of the next answers; a message is taken with each once they are used up. */
  answers: number[];
  stop(): Promise<void>;
}

/** Is it signed with the secret, by the service, within the half minute Notify allows? */
function isSigned(header: string | undefined, serviceId: string, secret: string): boolean {
  const [head = "", claims = "", signature = ""] = (header ?? "").replace("Bearer ", "").split(".");
  const read = (part: string): unknown => JSON.parse(Buffer.from(part, "base64url").toString());
  const right = createHmac("sha256", secret).update(`${head}.${claims}`).digest("base64url");
  if (signature !== right) return false;
  const { iss, iat } = TOKEN.parse(read(claims));
  const { alg } = z.object({ alg: z.string() }).parse(read(head));
  return alg === "HS256" && iss === serviceId && Math.abs(Date.now() / 1000 - iat) <= 30;
}

/** A server on a free local port that stands in for GOV.UK Notify: it checks the token and keeps what it takes. */
export async function startNotifySink(serviceId: string, secret: string): Promise<NotifySink> {
  const messages: NotifyMessage[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const answer = (status: number) => {
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(JSON.stringify(status === 201 ? {} : { status_code: status, errors: [] }));
    };
    text(request).then(
      (body) => {
        const planned = answers.shift();
        if (planned !== undefined) return answer(planned);
        if (request.method !== "POST") return answer(405);
        if (!isSigned(request.headers.authorization, serviceId, secret)) return answer(403);
        const message = MESSAGE.safeParse(JSON.parse(body));
        if (!message.success) return answer(400);
        messages.push({ ...message.data, path: request.url ?? "" });
        answer(201);
      },
      () => answer(500),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The sink has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    messages,
    answers,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
