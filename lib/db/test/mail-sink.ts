import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export interface MailSink {
  url: string;
  /** Every letter taken, in order. */
  letters: ParsedMail[];
  stop(): Promise<void>;
}

export interface SinkFaults {
  /** Addresses the server refuses for good. */
  refuses?: readonly string[];
}

/** A real mail server on a free local port that keeps what it is given. */
export async function startMailSink(faults: SinkFaults = {}): Promise<MailSink> {
  const letters: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, callback) => {
      if (!faults.refuses?.includes(address)) return callback();
      callback(Object.assign(new Error("No such person"), { responseCode: 550 }));
    },
    onData: (stream, _session, callback) => {
      simpleParser(stream).then((letter) => {
        letters.push(letter);
        callback();
      }, callback);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  if (typeof address !== "object" || !address) throw new Error("The mail sink has no port.");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    letters,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
