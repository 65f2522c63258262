import { ANSWER_DAYS } from "./model";

/** Days before a measure lapses in which it asks for attention. Source: issue 3, "what lapses in 60 days". */
export const LAPSE_DAYS = 60;
/** A business that enrolled and was never visited is due one after this many days. */
export const FIRST_VISIT_DAYS = 60;

export interface FollowUpKind {
  id: string;
  /** In a list of one business: why it is there. */
  reason: string;
  /** As a filter of a list of businesses. */
  label: string;
  /** What to do about `n` businesses. */
  title: (businesses: string) => string;
  why: string;
  button: string;
  /** The page of a business where it is done, below its own address. */
  page: string;
}

/** What an officer may have to see to at a business, in order of effect on what is covered. */
export const FOLLOW_UPS = [
  {
    id: "overdue",
    reason: "Training is past its due date",
    label: "Training past its due date",
    title: (n) => `Chase ${n} past the due date`,
    why: "Training was asked for and the date has gone by.",
    button: "See which",
    page: "",
  },
  {
    id: "declarations",
    reason: "Practices are declared and wait to be confirmed",
    label: "Practices to confirm",
    title: (n) => `Confirm what ${n} declared`,
    why: "Practices count once an officer has confirmed them.",
    button: "See which",
    page: "/practices",
  },
  {
    id: "staff",
    reason: "Staff wait for their manager to confirm them",
    label: "Staff waiting to be confirmed",
    title: (n) => `Ask ${n} to confirm who has joined`,
    why: "Staff have signed up there. They count once their manager confirms them.",
    button: "See which",
    page: "",
  },
  {
    id: "assignment",
    reason: "No training has been asked for",
    label: "No training assigned",
    title: (n) => `Assign training to ${n}`,
    why: "They have enrolled and have not been asked to complete a course.",
    button: "Assign",
    page: "",
  },
  {
    id: "headcount",
    reason: "The headcount is not known",
    label: "No headcount",
    title: (n) => `Get the headcount of ${n}`,
    why: "Without knowing how many people work there, nobody can say they are trained.",
    button: "See which",
    page: "/headcount",
  },
  {
    id: "lapsing",
    reason: "Something it meets now will lapse",
    label: `Lapses in the next ${LAPSE_DAYS} days`,
    title: (n) => `Keep ${n} from lapsing`,
    why: `Something they meet now ends in the next ${LAPSE_DAYS} days.`,
    button: "See which",
    page: "",
  },
  {
    id: "visit",
    reason: "A visit is due",
    label: "A visit is due",
    title: (n) => `Visit ${n}`,
    why: "A visit is planned, or the day for the next one has come.",
    button: "See which",
    page: "/visits",
  },
  {
    id: "actions",
    reason: "What was agreed on a visit is due",
    label: "Agreed actions are due",
    title: (n) => `Check what was agreed with ${n}`,
    why: "Something agreed on a visit has reached its date.",
    button: "See which",
    page: "/visits",
  },
  {
    id: "answer",
    reason: "The invitation is unanswered",
    label: `Invitation not answered for ${ANSWER_DAYS} days`,
    title: (n) => `Write again to ${n}`,
    why: `Invited ${ANSWER_DAYS} or more days ago, and nobody has accepted.`,
    button: "See which",
    page: "/invite",
  },
  {
    id: "invite",
    reason: "It has not been invited",
    label: "Not invited yet",
    title: (n) => `Invite ${n}`,
    why: "They are on the register and have not been asked yet.",
    button: "Invite",
    page: "/invite",
  },
  {
    id: "exclusion",
    reason: "The day to look at its exclusion again has come",
    label: "Exclusions to look at again",
    title: (n) => `Look again at ${n} left out`,
    why: "The day set to look at the exclusion again has come.",
    button: "See which",
    page: "",
  },
] as const satisfies readonly FollowUpKind[];

export type FollowUpId = (typeof FOLLOW_UPS)[number]["id"];
