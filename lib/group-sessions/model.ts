import { addDays, type IsoDate } from "@/lib/dates";
import { neededToPass } from "@/lib/training/model";

/** A session may be planned this many days ahead, and its register entered this many days after it. */
export const AHEAD_DAYS = 180;
export const LATE_DAYS = 60;
/** The most people one register may hold. */
export const MOST_PEOPLE = 1000;

export type SessionState = "coming" | "today" | "to_enter" | "ended" | "called_off";

export const SESSION_STATE_LABELS: Record<SessionState, string> = {
  coming: "Coming",
  today: "Today",
  to_enter: "Register to enter",
  ended: "Ended",
  called_off: "Called off",
};

export interface SessionDays {
  heldOn: IsoDate;
  ended: boolean;
  calledOff: boolean;
}

/** Where a session is today: phones join on its day alone, a register may be entered after it. */
export function sessionState(today: IsoDate, session: SessionDays): SessionState {
  if (session.calledOff) return "called_off";
  if (session.ended) return "ended";
  if (session.heldOn > today) return "coming";
  return session.heldOn === today ? "today" : "to_enter";
}

/** What is wrong with the day of a new session; null when nothing is. */
export function sessionDayFault(heldOn: IsoDate, today: IsoDate): string | null {
  if (heldOn > addDays(today, AHEAD_DAYS)) return "Choose a day in the next six months";
  if (heldOn < addDays(today, -LATE_DAYS)) {
    return `A session held more than ${LATE_DAYS} days ago cannot be entered any more`;
  }
  return null;
}

/** How a printed check was answered, as its register says: right answers out of how many, and the pass. */
export interface CheckRules {
  questions: number;
  passShare: number;
}

export const checkSentence = ({ questions, passShare }: CheckRules): string =>
  `${neededToPass(questions, passShare)} right answers of ${questions} are a pass.`;
