import "server-only";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ParsedMail, simpleParser } from "mailparser";
import { notFound } from "next/navigation";
import { env, isDemonstration } from "@/lib/env";

export interface Message {
  id: string;
  to: string;
  subject: string;
  at: Date | null;
  text: string;
}

const ID = /^[a-z0-9-]+$/;
const NEWEST = 100;

/** The demonstration's own mailbox; there is none where real mail is sent. */
function mailboxFolder(): string {
  const folder = env().MAILBOX_DIR;
  if (!folder || !isDemonstration()) notFound();
  return folder;
}

function asMessage(id: string, mail: ParsedMail): Message {
  const to = [mail.to ?? []].flat().map((address) => address.text);
  return {
    id,
    to: to.join(", "),
    subject: mail.subject ?? "No subject",
    at: mail.date ?? null,
    text: mail.text ?? "",
  };
}

async function readMessage(folder: string, id: string): Promise<Message | null> {
  try {
    return asMessage(id, await simpleParser(await readFile(join(folder, `${id}.eml`))));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** The newest messages, the newest first (at most 100), and how many there are. */
export async function listMessages(): Promise<{ messages: Message[]; total: number }> {
  const folder = mailboxFolder();
  const files = await readdir(folder).catch(() => []);
  const ids = files.filter((file) => file.endsWith(".eml")).map((file) => file.slice(0, -4));
  const newest = ids
    .filter((id) => ID.test(id))
    .sort()
    .reverse();
  const read = await Promise.all(newest.slice(0, NEWEST).map((id) => readMessage(folder, id)));
  const messages = read.filter((message) => message !== null);
  messages.sort((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0));
  return { messages, total: newest.length };
}

/** One message; not found when there is none of this name. */
export async function getMessage(id: string): Promise<Message> {
  const folder = mailboxFolder();
  const message = ID.test(id) ? await readMessage(folder, id) : null;
  return message ?? notFound();
}
