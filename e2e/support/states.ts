import { press, refused, type State, state, unfold } from "./state";
import { BOROUGH_STATES } from "./states-borough";
import { WESTMINSTER, type World } from "./world";

const mine = (page: string) => (world: World) => `/business/${world.business}${page}`;
const ledBy = (page: string) => (world: World) =>
  `/business/${world.business}/sessions/${world.session}${page}`;
const learn = (page: string) => (world: World) => `/learn/${world.business}${page}`;
const course = "/courses/at-the-desk";
const scenario = (w: World, way: string) =>
  learn(`/records/${w.ownRecord}/scenarios/one-room-past-midnight${way}`)(w);

const PUBLIC: Record<string, State[]> = {
  "/": [state("normal", "nobody", "/"), state("normal", "borough_officer", "/")],
  "/accessibility": [state("normal", "nobody", "/accessibility")],
  "/privacy": [state("normal", "nobody", "/privacy")],
  "/cookies": [state("normal", "nobody", "/cookies")],
  "/demonstration/mail": [state("many", "nobody", "/demonstration/mail")],
  "/demonstration/mail/[message]": [
    state("normal", "nobody", (world) => `/demonstration/mail/${world.message}`),
    state("refused", "nobody", "/demonstration/mail/none", { says: /Page not found/ }),
  ],
  "/sign-in": [
    state("normal", "nobody", "/sign-in"),
    state("error", "nobody", "/sign-in", { act: press("Sign in") }),
  ],
  "/sign-in/reset": [
    state("normal", "nobody", "/sign-in/reset?done=sent", { says: /Look in your mailbox/ }),
    state("error", "nobody", "/sign-in/reset", { act: press("Send me a link") }),
  ],
  "/password/[token]": [
    state("normal", "nobody", (world) => world.resetPath, { says: /Choose a new password/ }),
    state("error", "nobody", (world) => world.resetPath, {
      act: press("Save the password and sign in"),
    }),
    state("expired", "nobody", "/password/worthless", { says: /does not work any more/ }),
  ],
  "/invitations/[borough]": [
    state("normal", "nobody", `/invitations/${WESTMINSTER}`),
    state("error", "nobody", `/invitations/${WESTMINSTER}`, { act: press("Open my invitation") }),
  ],
  "/invitations/[borough]/[token]": [
    state("normal", "nobody", (world) => world.letterPath, { says: /You are asked to take part/ }),
    state("error", "nobody", (world) => world.letterPath, { act: press("Accept the invitation") }),
    state("expired", "nobody", (world) => world.withdrawnPath, { says: /was withdrawn/ }),
    state("refused", "nobody", `/invitations/${WESTMINSTER}/worthless`, {
      says: /do not know this/,
    }),
  ],
  "/join/[borough]/[code]": [
    state("normal", "nobody", (world) => world.joinPath),
    state("error", "nobody", (world) => world.joinPath, { act: press("Start") }),
    state("expired", "nobody", `/join/${WESTMINSTER}/worthless`, {
      says: /does not work any more/,
    }),
  ],
  "/join/[borough]/[code]/new-pin": [
    state("normal", "nobody", (world) => `${world.joinPath}/new-pin`),
    state("error", "nobody", (world) => `${world.joinPath}/new-pin`, {
      act: press("Save my PIN and start"),
    }),
    state("expired", "nobody", `/join/${WESTMINSTER}/worthless/new-pin`, {
      says: /does not work any more/,
    }),
  ],
  "/tablet": [state("expired", "nobody", "/tablet", { says: /This device is not open/ })],
  "/verify": [
    state("normal", "nobody", "/verify"),
    state("error", "nobody", "/verify", { act: press("Check the certificate") }),
  ],
  "/verify/[borough]/[code]": [
    state("normal", "nobody", (world) => world.verifyPath, { says: /counts today/ }),
    state("refused", "nobody", `/verify/${WESTMINSTER}/worthless`, { says: /do not know this/ }),
  ],
  "/standing/[borough]/[code]": [
    state("normal", "nobody", (world) => world.sharePath, { says: /The borough's own part/ }),
    state("refused", "nobody", `/standing/${WESTMINSTER}/worthless`, { says: /do not know this/ }),
  ],
  "/places": [state("many", "borough_officer", "/places"), state("normal", "staff", "/places")],
  "/places/emails": [
    state("normal", "borough_officer", "/places/emails", { says: /You get its weekly e-mail/ }),
    state("empty", "staff", "/places/emails", { says: /You get no weekly e-mail/ }),
  ],
  "/weekly-email/[borough]/[code]": [
    state("normal", "nobody", (world) => world.stopPath, { says: /Stop the weekly e-mail/ }),
    state("refused", "nobody", `/weekly-email/${WESTMINSTER}/worthless`, {
      says: /do not know this/,
    }),
  ],
};

const BUSINESS: Record<string, State[]> = {
  "/business/[business]": [
    state("many", "business_manager", mine("")),
    refused("business_manager", (id) => `/business/${id}`),
  ],
  "/business/[business]/contact": [
    state("normal", "business_manager", mine("/contact")),
    state("error", "business_manager", mine("/contact"), {
      act: async (page) => {
        await page.getByLabel("Telephone number").fill("soon");
        await press("Save contact details")(page);
      },
    }),
  ],
  "/business/[business]/headcount": [
    state("normal", "business_manager", mine("/headcount")),
    state("error", "business_manager", mine("/headcount"), {
      act: async (page) => {
        await page.getByLabel("Number of people").fill("");
        await press("Save the number")(page);
      },
    }),
  ],
  "/business/[business]/join": [
    state("normal", "business_manager", mine("/join"), { act: unfold("Change the code") }),
  ],
  "/business/[business]/practices": [
    state("many", "business_manager", mine("/practices")),
    refused("business_manager", (id) => `/business/${id}/practices`),
  ],
  "/business/[business]/practices/[item]": [
    state("normal", "business_manager", mine("/practices/cctv-retention"), {
      act: unfold("Where this comes from"),
    }),
    state("error", "business_manager", mine("/practices/own-taxis-are-booked-at-the-desk"), {
      act: press("Save and go on"),
    }),
    state("refused", "business_manager", mine("/practices/nothing"), { says: /Page not found/ }),
  ],
  "/business/[business]/practices/pictures": [
    state("empty", "business_manager", mine("/practices/pictures"), { says: /No picture is kept/ }),
    state("error", "business_manager", mine("/practices/pictures"), {
      act: press("Send the picture"),
    }),
  ],
  "/business/[business]/staff": [
    state("many", "business_manager", mine("/staff")),
    state("empty", "business_manager", (w) => `/business/${w.covered}/staff?show=left`, {
      says: /Nobody has left/,
    }),
  ],
  "/business/[business]/staff/add": [
    state("normal", "business_manager", mine("/staff/add")),
    state("error", "business_manager", mine("/staff/add"), { act: press("Add these people") }),
  ],
  "/business/[business]/tablet": [state("normal", "business_manager", mine("/tablet"))],
  "/business/[business]/staff/codes": [
    state("many", "business_manager", mine("/staff/codes")),
    state("empty", "business_manager", (w) => `/business/${w.covered}/staff/codes`),
  ],
  "/business/[business]/staff/[staff]/pin": [
    state("normal", "business_manager", (w) => `/business/${w.business}/staff/${w.leaver}/pin`),
  ],
  "/business/[business]/staff/[staff]/elsewhere": [
    state(
      "normal",
      "business_manager",
      (w) => `/business/${w.business}/staff/${w.leaver}/elsewhere`,
    ),
    state(
      "error",
      "business_manager",
      (w) => `/business/${w.business}/staff/${w.leaver}/elsewhere`,
      {
        act: press("Record it"),
      },
    ),
  ],
  // The demonstration's manager runs a hotel: the journey looks at the page of an operator.
  "/business/[business]/drivers": [
    state("refused", "business_manager", mine("/drivers"), { says: /Page not found/ }),
  ],
  "/business/[business]/staff/[staff]/leaving": [
    state("normal", "business_manager", (w) => `/business/${w.business}/staff/${w.leaver}/leaving`),
  ],
  "/business/[business]/staff/[staff]": [
    state("normal", "business_manager", (w) => `/business/${w.business}/staff/${w.leaver}`),
    refused("business_manager", (id) => `/business/${id}/staff/${id}`),
  ],
  "/business/[business]/staff/[staff]/merge": [
    state("empty", "business_manager", (w) => `/business/${w.business}/staff/${w.leaver}/merge`, {
      says: /Nobody else of this name/,
    }),
  ],
  "/business/[business]/staff/[staff]/certificate": [
    state(
      "normal",
      "business_manager",
      (w) => `/business/${w.business}/staff/${w.leaver}/certificate`,
    ),
    state(
      "error",
      "business_manager",
      (w) => `/business/${w.business}/staff/${w.leaver}/certificate`,
      { act: press("Add the certificate") },
    ),
  ],
  "/business/[business]/staff/[staff]/return": [
    state("normal", "business_manager", (w) => `/business/${w.business}/staff/${w.left}/return`),
    state("error", "business_manager", (w) => `/business/${w.business}/staff/${w.left}/return`, {
      act: press("Put them on the list again"),
    }),
  ],
  "/business/[business]/staff/roll": [state("many", "business_manager", mine("/staff/roll"))],
  "/business/[business]/staff/confirm": [
    state("many", "business_manager", mine("/staff/confirm")),
    state("error", "business_manager", mine("/staff/confirm"), {
      act: press("They work here: confirm"),
    }),
    state("empty", "business_manager", (w) => `/business/${w.covered}/staff/confirm`, {
      says: /Nobody is waiting/,
    }),
  ],
  "/business/[business]/visits": [
    state("many", "business_manager", mine("/visits")),
    refused("business_manager", (id) => `/business/${id}/visits`),
  ],
  "/business/[business]/nights": [
    state("many", "business_manager", mine("/nights"), { act: unfold("End this shift") }),
    state("empty", "business_manager", (w) => `/business/${w.covered}/nights`),
  ],
  "/business/[business]/nights/hours": [
    state("normal", "business_manager", mine("/nights/hours")),
    state("normal", "business_manager", (w) => `/business/${w.covered}/nights/hours`),
  ],
  "/business/[business]/nights/declare": [
    state("normal", "business_manager", mine("/nights/declare")),
    state("error", "business_manager", mine("/nights/declare"), {
      act: press("Declare the shift"),
    }),
  ],
  "/business/[business]/nights/[shift]": [
    state("many", "business_manager", (w) => `/business/${w.business}/nights/${w.shift}`),
    refused("business_manager", (id) => `/business/${id}/nights/${id}`),
  ],
  "/business/[business]/share": [
    state("normal", "business_manager", mine("/share"), { act: unfold("Stop sharing") }),
    state("empty", "business_manager", (w) => `/business/${w.covered}/share`),
  ],
  "/business/[business]/certificate": [
    state("empty", "business_manager", mine("/certificate"), { says: /no certificate yet/ }),
    state("error", "business_manager", mine("/certificate"), { act: press("Get the certificate") }),
  ],
  "/business/[business]/leaflets": [
    state("normal", "business_manager", mine("/leaflets"), { act: unfold("Read the words here") }),
  ],
  "/business/[business]/sessions": [
    state("many", "business_manager", mine("/sessions")),
    state("empty", "business_manager", (w) => `/business/${w.covered}/sessions`, {
      says: /No group session yet/,
    }),
  ],
  "/business/[business]/sessions/plan": [
    state("normal", "business_manager", mine("/sessions/plan")),
    state("error", "business_manager", mine("/sessions/plan"), { act: press("Plan the session") }),
  ],
  "/business/[business]/sessions/[session]": [
    state("normal", "business_manager", ledBy("")),
    refused("business_manager", (id) => `/business/${id}/sessions/${id}`),
  ],
  "/business/[business]/sessions/[session]/check": [
    state("normal", "business_manager", ledBy("/check")),
  ],
  "/business/[business]/sessions/[session]/register": [
    state("many", "business_manager", ledBy("/register")),
    state("error", "business_manager", ledBy("/register"), { act: press("Enter the register") }),
  ],
  "/business/[business]/lead": [
    state("normal", "business_manager", mine("/lead")),
    state("error", "business_manager", mine("/lead"), { act: press("Name this person") }),
    state("empty", "business_manager", (w) => `/business/${w.covered}/lead`),
  ],
};

const LEARN: Record<string, State[]> = {
  "/learn": [state("normal", "staff", "/learn")],
  "/learn/[business]": [
    state("normal", "staff", learn("")),
    state("many", "business_manager", learn("")),
    refused("staff", (id) => `/learn/${id}`),
  ],
  "/learn/[business]/courses/[course]": [
    state("normal", "staff", learn(course), { act: unfold("Support for you") }),
    state("normal", "business_manager", learn(course), { says: /You have passed/ }),
    state("error", "staff", learn(`${course}?error=closed`), { says: /There is a problem/ }),
  ],
  "/learn/[business]/changes/[course]": [
    state("normal", "graduate", (w) => learn(`/changes/${w.drafted}`)(w), {
      says: /Two questions/,
    }),
    state("error", "graduate", (w) => learn(`/changes/${w.drafted}`)(w), {
      act: press("Send my answers"),
    }),
    state(
      "error",
      "graduate",
      (w) => learn(`/changes/${w.drafted}?first=0&second=1&error=again`)(w),
      {
        says: /Have another look/,
      },
    ),
    state("refused", "staff", learn("/changes/at-the-desk"), { says: /Page not found/ }),
  ],
  "/learn/[business]/records/[record]/lessons/[lesson]": [
    state("normal", "staff", (w) => learn(`/records/${w.ownRecord}/lessons/1`)(w)),
    state("normal", "staff", (w) =>
      learn(`/records/${w.ownRecord}/lessons/2?choice=0#feedback`)(w),
    ),
    refused("staff", (id) => `/learn/${id}/records/${id}/lessons/1`),
  ],
  "/learn/[business]/records/[record]/print": [
    state("normal", "staff", (w) => learn(`/records/${w.ownRecord}/print`)(w)),
    refused("staff", (id) => `/learn/${id}/records/${id}/print`),
  ],
  "/learn/[business]/records/[record]/scenarios/[scenario]": [
    state("normal", "staff", (w) => scenario(w, "")),
    state("error", "staff", (w) => scenario(w, ""), { act: press("See what happens") }),
    state("normal", "staff", (w) => scenario(w, "?way=1"), { says: /That made it harder/ }),
    state("normal", "staff", (w) => scenario(w, "?way=0-0-0-0"), { says: /It went well/ }),
    refused("staff", (id) => `/learn/${id}/records/${id}/scenarios/one-room-past-midnight`),
  ],
  "/learn/[business]/records/[record]/questions": [
    state("normal", "pupil", (w) => w.questionsPath, { says: /Continue: 1 of/ }),
  ],
  "/learn/[business]/records/[record]/questions/[question]": [
    state("normal", "pupil", (w) => `${w.questionsPath}/1`, { says: /You have it/ }),
    state("normal", "pupil", (w) => `${w.questionsPath}/2`),
    state("error", "pupil", (w) => `${w.questionsPath}/2`, { act: press("Check my answer") }),
  ],
  "/learn/[business]/records/[record]/result": [
    state("normal", "business_manager", (w) => learn(`/records/${w.doneRecord}/result`)(w)),
  ],
  "/learn/[business]/passport": [
    state("many", "business_manager", (w) => learn("/passport")(w), { says: /How it is used/ }),
    state("empty", "pupil", (w) => learn("/passport")(w), { says: /no certificate yet/ }),
  ],
  "/learn/[business]/certificates/[certificate]": [
    state("normal", "business_manager", (w) => learn(`/certificates/${w.ownCertificate}`)(w)),
    refused("staff", (id) => `/learn/${id}/certificates/${id}`),
  ],
};

const library = (course: string, page: string) => `/programme/library/${course}${page}`;

const POLICE_AND_PROGRAMME: Record<string, State[]> = {
  "/police": [
    state("many", "police_officer", "/police"),
    state("normal", "police_officer", "/police?measure=pursue&sector=taxi&area=AW"),
    state("normal", "police_officer", "/police?measure=lead"),
  ],
  "/police/calls": [
    state("many", "police_officer", "/police/calls", { says: /fewer than 5/ }),
    state("error", "police_officer", "/police/calls", { act: press("Save the number") }),
  ],
  "/police/boroughs/[borough]": [
    state("many", "police_officer", `/police/boroughs/${WESTMINSTER}`),
    state("normal", "police_officer", `/police/boroughs/${WESTMINSTER}?measure=call_handlers`),
    state("empty", "police_officer", `/police/boroughs/${WESTMINSTER}?ward=Nowhere&list=all`, {
      says: /No business is in scope/,
    }),
    state("refused", "police_officer", "/police/boroughs/E09000001", { says: /Page not found/ }),
  ],
  "/police/boroughs/[borough]/call-handlers": [
    state("many", "police_officer", `/police/boroughs/${WESTMINSTER}/call-handlers`),
    state("empty", "police_officer", "/police/boroughs/E09000013/call-handlers", {
      says: /Nobody has confirmed it/,
    }),
    state("error", "police_officer", `/police/boroughs/${WESTMINSTER}/call-handlers`, {
      act: press("Confirm the training"),
    }),
    state("refused", "police_officer", "/police/boroughs/E09000001/call-handlers", {
      says: /Page not found/,
    }),
  ],
  "/police/businesses/[borough]/[business]": [
    state("normal", "police_officer", (w) => `/police/businesses/${WESTMINSTER}/${w.business}`),
    state("empty", "police_officer", (w) => `/police/businesses/${WESTMINSTER}/${w.untouched}`),
    refused("police_officer", (id) => `/police/businesses/${WESTMINSTER}/${id}`),
  ],
  "/programme": [state("many", "programme", "/programme")],
  "/programme/boroughs/[borough]": [
    state("empty", "programme", (w) => `/programme/boroughs/${w.notSetUp}`, { says: /Not set up/ }),
    state("normal", "programme", `/programme/boroughs/${WESTMINSTER}`),
    state("error", "programme", `/programme/boroughs/${WESTMINSTER}`, {
      act: press("Send the invitation"),
    }),
  ],
  "/programme/library": [state("many", "programme", "/programme/library")],
  "/programme/library/[course]": [
    state("normal", "programme", "/programme/library/at-the-desk", {
      says: /Came with the portal/,
    }),
    state("many", "programme", (w) => library(w.drafted, ""), {
      act: unfold("What was done in the editor"),
    }),
    state("refused", "programme", "/programme/library/nothing", { says: /Page not found/ }),
  ],
  "/programme/library/[course]/draft": [
    state("many", "programme", (w) => library(w.drafted, "/draft"), {
      act: unfold("questions about it"),
    }),
    state("refused", "programme", "/programme/library/at-the-desk/draft", {
      says: /Page not found/,
    }),
  ],
  "/programme/library/[course]/draft/about": [
    state("normal", "programme", (w) => library(w.drafted, "/draft/about")),
    state("error", "programme", (w) => library(w.drafted, "/draft/about"), {
      act: async (page) => {
        await page.getByLabel("Title", { exact: true }).fill("");
        await press("Save")(page);
      },
    }),
  ],
  "/programme/library/[course]/draft/lessons/[lesson]": [
    state("normal", "programme", (w) => w.draftedLesson, { says: /As learners read it/ }),
    state("empty", "programme", (w) => library(w.drafted, "/draft/lessons/new")),
    state("error", "programme", (w) => library(w.drafted, "/draft/lessons/new"), {
      act: press("Save and see it"),
    }),
    state("refused", "programme", (w) => library(w.drafted, "/draft/lessons/nothing"), {
      says: /Page not found/,
    }),
  ],
  "/programme/library/[course]/draft/questions/[question]": [
    state("normal", "programme", (w) => w.draftedQuestion, { says: /As learners meet it/ }),
    state("error", "programme", (w) => library(w.drafted, "/draft/questions/new"), {
      act: press("Save and see it"),
    }),
  ],
  "/programme/library/[course]/draft/compare": [
    state("many", "programme", (w) => library(w.drafted, "/draft/compare"), { says: /Changed/ }),
    state("empty", "programme", (w) => library(w.untouchedDraft, "/draft/compare"), {
      says: /Nothing differs/,
    }),
  ],
  "/programme/library/[course]/draft/publish": [
    state("normal", "programme", (w) => library(w.drafted, "/draft/publish")),
    state("error", "programme", (w) => library(w.drafted, "/draft/publish"), {
      act: press("Publish this version"),
    }),
    state("empty", "programme", (w) => library(w.untouchedDraft, "/draft/publish"), {
      says: /nothing to publish/,
    }),
  ],
  "/programme/library/[course]/draft/discard": [
    state("normal", "programme", (w) => library(w.drafted, "/draft/discard")),
  ],
  "/programme/library/statements": [
    state("many", "programme", "/programme/library/statements?show=all"),
    state("normal", "programme", "/programme/library/statements"),
  ],
  "/programme/people": [
    state("normal", "programme", "/programme/people"),
    state("error", "programme", "/programme/people", { act: press("Give access and send a link") }),
  ],
};

/** Every page of the portal in each of its states. A page without an entry fails a test. */
export const STATES: Record<string, State[]> = {
  ...PUBLIC,
  ...BOROUGH_STATES,
  ...BUSINESS,
  ...LEARN,
  ...POLICE_AND_PROGRAMME,
};
