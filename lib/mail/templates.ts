import { formatDate } from "@/lib/format";
import { type Letter, writeLetter } from "./letter";

const UNEXPECTED = "If you did not expect this e-mail, you do not need to do anything.";
const WHAT_IT_IS =
  "Operation Make Safe helps hotels, taxi firms and licensed premises notice child sexual exploitation and report it to the police.";

export interface InvitationFacts {
  role: "borough_admin" | "borough_officer" | "business_manager";
  boroughName: string;
  /** Only for a manager's invitation. */
  businessName: string | null;
  /** The last day the link works, yyyy-mm-dd. */
  expiresOn: string;
  href: string;
}

/** The letter that invites somebody to manage a business, or to join a borough's team. */
export function invitationLetter(facts: InvitationFacts): Letter {
  return facts.role === "business_manager" ? toManager(facts) : toTeam(facts);
}

const untilWhen = (facts: InvitationFacts) =>
  `The link works once, until the end of ${formatDate(facts.expiresOn)}.`;

function toManager(facts: InvitationFacts): Letter {
  const business = facts.businessName ?? "your business";
  return writeLetter(`${business} is invited to join Operation Make Safe`, [
    {
      text: `The licensing team of ${facts.boroughName} asks ${business} to take part in Operation Make Safe.`,
    },
    {
      text: `${WHAT_IT_IS} Taking part is voluntary, unless a condition of your licence says otherwise.`,
    },
    { text: "You are asked to:" },
    {
      list: [
        "accept the invitation and choose a password",
        "say how many people work there",
        "show your staff a code that opens a short course on their phone, and take it yourself",
      ],
    },
    { link: { label: "Accept the invitation", href: facts.href } },
    { text: `${untilWhen(facts)} Opening it does not accept anything: you decide on the page.` },
    {
      text: `${UNEXPECTED} To check that it is genuine, call the licensing team on the number on the council's own website.`,
    },
  ]);
}

function toTeam(facts: InvitationFacts): Letter {
  const as = facts.role === "borough_admin" ? "an administrator" : "an officer";
  const by =
    facts.role === "borough_admin"
      ? "The programme team"
      : `An administrator of ${facts.boroughName}`;
  return writeLetter(`Join the Operation Make Safe team of ${facts.boroughName}`, [
    {
      text: `${by} invites you to work in the Operation Make Safe portal for ${facts.boroughName} as ${as}.`,
    },
    { text: WHAT_IT_IS },
    { link: { label: "Accept the invitation", href: facts.href } },
    { text: untilWhen(facts) },
    { text: UNEXPECTED },
  ]);
}

export interface PasswordLinkFacts {
  reason: "reset" | "welcome";
  /** The moment it stops working, in words. */
  until: string;
  href: string;
}

/** The letter with a link to choose a password. */
export function passwordLetter(facts: PasswordLinkFacts): Letter {
  if (facts.reason === "welcome") {
    return writeLetter("Choose your password for Operation Make Safe", [
      { text: "An account has been made for you in the Operation Make Safe portal." },
      { link: { label: "Choose a password", href: facts.href } },
      { text: `The link works once, until ${facts.until}.` },
      { text: UNEXPECTED },
    ]);
  }
  return writeLetter("Choose a new password for Operation Make Safe", [
    {
      text: "Somebody asked to choose a new password for your account in the Operation Make Safe portal.",
    },
    { link: { label: "Choose a new password", href: facts.href } },
    { text: `The link works once, until ${facts.until}.` },
    { text: "If it was not you, do nothing: your password stays as it is." },
  ]);
}

export interface ReminderFacts {
  boroughName: string;
  /** What is to be done, in the words of the page. */
  task: string;
  /** The day it is due, yyyy-mm-dd. */
  dueOn: string;
  overdue: boolean;
  href: string;
}

/** The letter that reminds a colleague of an action of the borough they see to. */
export function reminderLetter(facts: ReminderFacts): Letter {
  const day = formatDate(facts.dueOn);
  const when = facts.overdue ? `was due on ${day}` : `is due on ${day}`;
  return writeLetter(`${facts.task}: ${when}`, [
    {
      text: `You see to this for Operation Make Safe in ${facts.boroughName}: ${facts.task}. It ${when}.`,
    },
    { link: { label: "Open the action", href: facts.href } },
    {
      text: "When it is done, record the day and where the evidence is kept. If it will not be done, an administrator can take it back.",
    },
  ]);
}
