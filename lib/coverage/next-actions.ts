import { ANSWER_DAYS } from "@/lib/businesses/model";
import type { BoroughWork } from "./actions";

export interface NextAction {
  id: keyof BoroughWork;
  /** How many it concerns. */
  count: number;
  title: string;
  reason: string;
  gain: string;
  warning: boolean;
  button: string;
  /** Query of the businesses list that shows exactly these. */
  filter: string;
}

const businesses = (n: number) =>
  n === 1 ? "1 business" : `${n.toLocaleString("en-GB")} businesses`;
const certificates = (n: number) =>
  n === 1 ? "1 certificate" : `${n.toLocaleString("en-GB")} certificates`;

/**
 * What to do next, in order of effect: what keeps people from being covered first, what is close to
 * being done before what is far. Only work that exists is listed.
 */
export function nextActions(work: BoroughWork, lapseDate: string): NextAction[] {
  const all: NextAction[] = [
    {
      id: "overdue",
      count: work.overdue,
      title: `Chase ${businesses(work.overdue)} past the due date`,
      reason: "Training was asked for and the date has gone by.",
      gain: `+${work.overdue} trained`,
      warning: false,
      button: "See which",
      filter: "overdue=1",
    },
    {
      id: "toConfirm",
      count: work.toConfirm,
      title: `Ask ${businesses(work.toConfirm)} to confirm who has joined`,
      reason: "Staff have signed up there. They count once their manager confirms them.",
      gain: "people counted",
      warning: false,
      button: "See which",
      filter: "waiting=staff",
    },
    {
      id: "notAssigned",
      count: work.notAssigned,
      title: `Assign training to ${businesses(work.notAssigned)}`,
      reason: "They have enrolled and have not been asked to complete a course.",
      gain: `+${work.notAssigned} asked`,
      warning: false,
      button: "Assign",
      filter: "stage=enrolled&waiting=assignment",
    },
    {
      id: "noHeadcount",
      count: work.noHeadcount,
      title: `Get the headcount of ${businesses(work.noHeadcount)}`,
      reason: "Without knowing how many people work there, nobody can say they are trained.",
      gain: "a true count",
      warning: false,
      button: "See which",
      filter: "stage=enrolled&waiting=headcount",
    },
    {
      id: "lapsing",
      count: work.lapsing,
      title: `${certificates(work.lapsing)} ${work.lapsing === 1 ? "lapses" : "lapse"} on ${lapseDate}`,
      reason: "Their holders can take the course again now and keep their place.",
      gain: `${work.lapsing.toLocaleString("en-GB")} to renew`,
      warning: true,
      button: "See where",
      filter: "waiting=renewal",
    },
    {
      id: "notAnswered",
      count: work.notAnswered,
      title: `Write again to ${businesses(work.notAnswered)}`,
      reason: `Invited ${ANSWER_DAYS} or more days ago, and nobody has accepted.`,
      gain: `+${work.notAnswered} enrolled`,
      warning: false,
      button: "See which",
      filter: "stage=invited&waiting=answer",
    },
    {
      id: "notInvited",
      count: work.notInvited,
      title: `Invite ${businesses(work.notInvited)}`,
      reason: "They are on the register and have not been asked yet.",
      gain: `+${work.notInvited} enrolled`,
      warning: false,
      button: "Invite",
      filter: "stage=in_scope",
    },
  ];
  return all.filter((action) => action.count > 0);
}
