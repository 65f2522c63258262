import { connect, createServer, type Server, type Socket } from "node:net";

/** Statements that open, scope and close a transaction are not counted. */
const FRAME = /^\s*(begin|commit|rollback|set\s|discard)/i;

/**
 * Stands between the portal and PostgreSQL and reads what the portal sends: each Parse or simple
 * Query message is a statement. Counting on the wire needs nothing of the portal's own code.
 */
export class StatementCounter {
  readonly statements: string[] = [];
  #server: Server | undefined;

  /** Listens on a free loopback port and forwards to `target`; answers the URL to use instead. */
  async listen(target: string): Promise<string> {
    const url = new URL(target);
    const { hostname, port } = url;
    const server = createServer((client) => this.#join(client, hostname, Number(port)));
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (typeof address !== "object" || !address) throw new Error("No port to listen on.");
    url.hostname = "127.0.0.1";
    url.port = String(address.port);
    return url.href;
  }

  close(): void {
    this.#server?.close();
  }

  #join(client: Socket, host: string, port: number): void {
    const backend = connect(port, host);
    let pending = Buffer.alloc(0);
    let started = false;
    client.on("data", (chunk) => {
      backend.write(chunk);
      pending = Buffer.concat([pending, chunk]);
      for (;;) {
        const head = started ? 1 : 0;
        if (pending.length < head + 4) return;
        const length = pending.readUInt32BE(head) + head;
        if (pending.length < length) return;
        if (started) this.#read(pending.subarray(0, length));
        started = true;
        pending = pending.subarray(length);
      }
    });
    backend.on("data", (chunk) => client.write(chunk));
    const end = () => {
      client.destroy();
      backend.destroy();
    };
    for (const side of [client, backend]) side.on("close", end).on("error", end);
  }

  #read(message: Buffer): void {
    const kind = String.fromCharCode(message[0] ?? 0);
    if (kind !== "P" && kind !== "Q") return;
    const body = message.subarray(5);
    const from = kind === "P" ? body.indexOf(0) + 1 : 0;
    const text = body.subarray(from, body.indexOf(0, from)).toString("utf8");
    if (!FRAME.test(text)) this.statements.push(text);
  }
}
