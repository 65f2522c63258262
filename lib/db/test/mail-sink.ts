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
  /** Addresses it puts off, every time. */
  putsOff?: readonly string[];
  /** Told of each address a letter was taken for. */
  takes?: (address: string) => void;
  /** How long it holds a letter it has taken before it says so, in milliseconds. */
  holds?: number;
}

/** A real mail server on a free local port that keeps what it is given. */
export async function startMailSink(faults: SinkFaults = {}): Promise<MailSink> {
  const letters: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, callback) => {
      const fault = (words: string, responseCode: number) =>
        callback(Object.assign(new Error(words), { responseCode }));
      if (faults.refuses?.includes(address)) return fault("No such person", 550);
      if (faults.putsOff?.includes(address)) return fault("Try again later", 451);
      callback();
    },
    onData: (stream, session, callback) => {
      simpleParser(stream).then((letter) => {
        letters.push(letter);
        for (const { address } of session.envelope.rcptTo) faults.takes?.(address);
        setTimeout(callback, faults.holds ?? 0);
      }, callback);
    },
  });
  // A sender that dies in the middle of a letter loses its connection: that is the sender's to mend.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  if (typeof address !== "object" || !address) throw new Error("The mail sink has no port.");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    letters,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
