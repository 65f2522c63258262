import { Notice } from "@/components/layout/notice";

const DONE: Record<string, string> = {
  welcome: "You have joined: this business is enrolled",
  headcount: "The number of people is saved",
  confirmed: "Confirmed: they count from now on",
  refused: "Removed: they do not count and can no longer sign in",
  left: "Their leaving is recorded, and they can no longer sign in",
  "certificate-added": "The certificate is added, and counts here until it lapses",
  agency: "Saved: an agency employs them. They count here like everybody",
  "no-agency": "Saved: you employ them yourself",
  merged: "The two entries are one now, with the certificates of both",
  roll: "The staff list is confirmed. You are asked again in about three months",
  back: "They are on the list again. Hand over the slip: with its code they choose a new PIN",
  "back-mail": "They are on the list again, and sign in with their e-mail address as before",
  "not-left": "The leaving is taken back: they count as though they had never left",
  code: "The code is ready. An older code, link or poster no longer works",
  contact: "Your contact details are saved",
  practice: "Your answer is saved. Here is the next one",
  practices: "Your answer is saved",
  renewed: "Saved: an officer confirms it once more",
  picture: "The picture is kept",
  "picture-removed": "The picture is removed",
  action: "Marked as done. Thank you",
  hours: "Your hours are saved",
  shift: "The night shift is declared: say now who works it",
  "shift-ended": "The night shift has ended",
  roster: "Who works the night shift is saved",
  lead: "Your safeguarding lead is named",
  certificate: "Here is your certificate",
  shared: "The link is ready: whoever has it can see how you stand",
  added: "They are on the list, and count from today. Hand each of them their slip",
  "device-closed": "The device is closed",
  pin: "The code is ready: hand over the slip. The old PIN no longer works",
  elsewhere: "Recorded: it counts from today, until the day shown beside their name",
  drivers: "Your drivers are recorded, with what you rely on",
  session: "The session is planned",
  register: "The register is entered, and everybody who passed is certified",
  "session-ended": "The session has ended, and its register is final",
  "session-off": "The session is called off",
  "not-shared": "Nothing is shared any more: the link has stopped working",
};

/** What the order that led here has done, said once at the top of the page. */
export function DoneNotice({ done }: { done: string | string[] | undefined }) {
  const title = typeof done === "string" && Object.hasOwn(DONE, done) ? DONE[done] : undefined;
  return title ? <Notice kind="success" title={title} /> : null;
}
