import { randomBytes } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { SMTPServer } from "smtp-server";
import { run, say } from "./lib/say.mjs";

const LARGEST = 10 * 1024 * 1024;

/** Names sort by time: the newest message is the last file. */
function nameMessage() {
  const time = new Date().toISOString().replace(/\D/g, "");
  return `${time}-${randomBytes(4).toString("hex")}`;
}

/** A real mail server on the loopback that keeps every message as a file, and sends none on. */
function startMailbox(dir, port) {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: LARGEST,
    onData(stream, _session, done) {
      const parts = [];
      stream.on("data", (part) => parts.push(part));
      stream.on("end", () => {
        if (stream.sizeExceeded) {
          done(Object.assign(new Error("This message is too large."), { responseCode: 552 }));
          return;
        }
        const file = join(dir, `${nameMessage()}.eml`);
        writeFileSync(`${file}.part`, Buffer.concat(parts), { mode: 0o600 });
        renameSync(`${file}.part`, file);
        done();
      });
    },
  });
  server.on("error", () => {});
  return new Promise((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

await run(async () => {
  const { values } = parseArgs({ options: { dir: { type: "string" }, port: { type: "string" } } });
  if (!values.dir || !values.port) {
    say("Say where: node bin/mailbox.mjs --dir FOLDER --port PORT");
    return 1;
  }
  const server = await startMailbox(values.dir, Number(values.port));
  say(`SMTP_URL=smtp://127.0.0.1:${values.port}`);
  await new Promise((stop) => {
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
  await new Promise((closed) => server.close(closed));
  return 0;
});
