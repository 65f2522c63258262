import { Notice } from "@/components/layout/notice";

const DONE: Record<string, string> = {
  added: "The business is added",
  edited: "The details are saved",
  headcount: "The number of people is saved",
  invited: "The invitation is on its way",
  withdrawn: "The invitation is withdrawn: its link and code no longer work",
  enrolled: "The business is enrolled",
  excluded: "The business is left out of every figure",
  closed: "The business is closed",
  reopened: "The business is back in scope",
  assigned: "The training is assigned",
  accepted: "Accepted from today: managers can record it for their staff",
  "accepted-ended": "Nothing further is accepted: what was recorded counts until its day",
  rule: "The rule is in force: it asks now, and whenever a business becomes one of its kind",
  "rule-ended": "The rule has ended: who is asked already stays asked",
  handed: "The lines you ticked are handed over",
  ended: "The business is no longer asked to complete the course",
  contact: "The contacts are confirmed, and every course shows them from now on",
  planned: "The action is planned, and its owner is reminded by e-mail",
  recorded: "The action is recorded as done",
  cancelled: "The action is taken back",
  target: "The target is saved",
  threshold: "The share is saved, and every business is counted again",
  "team-added": "The team is added",
  "practices-confirmed": "Confirmed: they count from now on",
  "practices-returned": "Given back: the manager sees why and can answer again",
  "practice-added": "The practice is on the list, and managers see it at once",
  "practice-ended": "The practice is asked of nobody any more",
  session: "The session is planned",
  register: "The register is entered, and everybody who passed is certified",
  "session-ended": "The session has ended, and its register is final",
  "session-off": "The session is called off",
  revoked: "The certificate is withdrawn: its public page says so from now on",
  "picture-removed": "The picture is removed",
};

/** What the order that led here has done, said once at the top of the page. */
export function DoneNotice({ done }: { done: string }) {
  const title = Object.hasOwn(DONE, done) ? DONE[done] : undefined;
  return title ? <Notice kind="success" title={title} /> : null;
}
