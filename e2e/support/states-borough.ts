import { press, pressFirst, refused, type State, state, unfold } from "./state";
import { WESTMINSTER, type World } from "./world";

const B = `/${WESTMINSTER}`;
const one = (page: string) => (world: World) => `${B}/businesses/${world.business}${page}`;
const fresh = (page: string) => (world: World) => `${B}/businesses/${world.untouched}${page}`;
const gone = (page: string) => refused("borough_officer", (id) => `${B}/businesses/${id}${page}`);
const empty = (page: string, says: RegExp) =>
  state("empty", "newcomer", (world) => `/${world.empty}${page}`, { says });

/** A borough's pages, each in its states. */
export const BOROUGH_STATES: Record<string, State[]> = {
  "/[borough]": [
    state("many", "borough_officer", B),
    empty("", /No businesses yet/),
    state("refused", "borough_officer", "/E09000001", { says: /Page not found/ }),
  ],
  "/[borough]/businesses": [
    state("many", "borough_officer", `${B}/businesses`),
    state("empty", "borough_officer", `${B}/businesses?search=zzzz`, {
      says: /No business matches/,
    }),
    empty("/businesses", /No businesses yet/),
  ],
  "/[borough]/businesses/[business]": [
    state("many", "borough_officer", one("")),
    state("empty", "borough_officer", fresh(""), { says: /Nobody has been invited yet/ }),
    state("normal", "borough_officer", (w) => `${B}/businesses/${w.excluded}`, {
      says: /Left out/,
    }),
    gone(""),
  ],
  "/[borough]/businesses/[business]/close": [state("normal", "borough_officer", one("/close"))],
  "/[borough]/businesses/[business]/edit": [
    state("normal", "borough_officer", one("/edit")),
    state("error", "borough_officer", one("/edit"), {
      act: async (page) => {
        await page.getByLabel("Postcode").fill("");
        await press("Save changes")(page);
      },
    }),
  ],
  "/[borough]/businesses/[business]/enrol": [
    state("normal", "borough_officer", fresh("/enrol")),
    state("error", "borough_officer", fresh("/enrol"), { act: press("Record enrolment") }),
  ],
  "/[borough]/businesses/[business]/exclude": [
    state("normal", "borough_officer", one("/exclude")),
    state("error", "borough_officer", one("/exclude"), { act: press("Leave this business out") }),
  ],
  "/[borough]/businesses/[business]/headcount": [
    state("normal", "borough_officer", one("/headcount")),
    state("error", "borough_officer", fresh("/headcount"), { act: press("Save number") }),
  ],
  "/[borough]/businesses/[business]/invite": [
    state("normal", "borough_officer", fresh("/invite")),
    state("normal", "borough_officer", one("/invite"), { says: /This business is enrolled/ }),
    state("error", "borough_officer", fresh("/invite"), { act: press("Continue") }),
  ],
  "/[borough]/businesses/[business]/reopen": [
    state("normal", "borough_officer", (w) => `${B}/businesses/${w.excluded}/reopen`),
  ],
  "/[borough]/businesses/[business]/staff": [
    state("normal", "borough_officer", one("/staff")),
    state("many", "borough_officer", one("/staff"), {
      act: async (page) => {
        await page.getByRole("button", { name: "Show names (this is recorded)" }).click();
        await page.getByRole("table").waitFor();
      },
    }),
  ],
  "/[borough]/certificates": [
    state("normal", "borough_officer", `/${WESTMINSTER}/certificates`),
    state("error", "borough_officer", `/${WESTMINSTER}/certificates`, { act: press("Find it") }),
  ],
  "/[borough]/certificates/[certificate]": [
    state("normal", "borough_officer", (w) => `/${WESTMINSTER}/certificates/${w.ownCertificate}`),
    state("error", "borough_officer", (w) => `/${WESTMINSTER}/certificates/${w.ownCertificate}`, {
      act: press("Withdraw this certificate"),
    }),
  ],
  "/[borough]/businesses/[business]/leaflets": [
    state("normal", "borough_officer", one("/leaflets"), { says: /Aide-memoire/ }),
    state("empty", "borough_officer", fresh("/leaflets"), { says: /None yet: the manager/ }),
    gone("/leaflets"),
  ],
  "/[borough]/businesses/[business]/sessions": [
    state("many", "borough_officer", one("/sessions")),
    state("empty", "borough_officer", fresh("/sessions"), { says: /No group session yet/ }),
    gone("/sessions"),
  ],
  "/[borough]/businesses/[business]/sessions/plan": [
    state("normal", "borough_officer", one("/sessions/plan")),
    state("empty", "borough_officer", fresh("/sessions/plan")),
    state("error", "borough_officer", one("/sessions/plan"), { act: press("Plan the session") }),
  ],
  "/[borough]/businesses/[business]/sessions/[session]": [
    state("normal", "borough_officer", (w) => one(`/sessions/${w.session}`)(w)),
  ],
  "/[borough]/businesses/[business]/sessions/[session]/check": [
    state("normal", "borough_officer", (w) => one(`/sessions/${w.session}/check`)(w)),
  ],
  "/[borough]/businesses/[business]/sessions/[session]/register": [
    state("many", "borough_officer", (w) => one(`/sessions/${w.session}/register`)(w)),
  ],
  "/[borough]/businesses/add": [
    state("normal", "borough_officer", `${B}/businesses/add`),
    state("error", "borough_officer", `${B}/businesses/add`, { act: press("Add business") }),
  ],
  "/[borough]/businesses/letters": [
    state("many", "borough_officer", `${B}/businesses/letters?all=1&stage=in_scope`),
    state("empty", "borough_officer", `${B}/businesses/letters`, { says: /nobody to write to/ }),
  ],
  "/[borough]/businesses/letters/[invitation]": [
    state("normal", "borough_officer", (w) => `${B}/businesses/letters/${w.invitation}`),
    refused("borough_officer", (id) => `${B}/businesses/letters/${id}`),
  ],
  "/[borough]/exports/new": [
    state("normal", "borough_officer", `${B}/exports/new?table=businesses&format=xlsx&sector=taxi`),
    state("refused", "borough_officer", `${B}/exports/new?table=staff`, { says: /Page not found/ }),
  ],
  "/[borough]/exports/[export]": [
    state("normal", "borough_officer", (w) => `${B}/exports/${w.exported}`, { says: /is ready/ }),
    state("many", "borough_officer", (w) => `${B}/exports/${w.waiting}`, {
      says: /4,000 of 9,000/,
    }),
    refused("borough_officer", (id) => `${B}/exports/${id}`),
  ],
  "/[borough]/measures": [state("normal", "borough_officer", `${B}/measures`)],
  "/[borough]/reminders": [
    state("many", "borough_officer", `${B}/reminders`),
    state("normal", "borough_admin", `${B}/reminders`, { says: /Looking at it sends nothing/ }),
    empty("/reminders", /No letter has gone out yet/),
  ],
  "/[borough]/register": [
    state("many", "borough_officer", `${B}/register`),
    empty("/register", /No register imported yet/),
    state("error", "borough_officer", `${B}/register`, { act: press("Upload and preview") }),
    state("error", "borough_officer", `${B}/register?problem=no_file&sector=hotel`),
  ],
  "/[borough]/register/[importId]": [
    state("many", "borough_officer", (w) => `${B}/register/${w.importId}`),
    state("empty", "borough_officer", (w) => `${B}/register/${w.importId}?rows=refused`),
    refused("borough_officer", (id) => `${B}/register/${id}`),
  ],
  "/[borough]/businesses/[business]/practices": [
    state("many", "borough_officer", one("/practices")),
    state("error", "borough_officer", one("/practices"), { act: press("Confirm those ticked") }),
    state("empty", "borough_officer", fresh("/practices"), { says: /Nothing waits/ }),
    gone("/practices"),
  ],
  "/[borough]/practices": [
    state("many", "borough_officer", `${B}/practices`),
    state("many", "borough_officer", `${B}/practices?see=visit`),
    empty("/practices", /Nothing waits/),
  ],
  "/[borough]/practices/items": [
    state("many", "borough_officer", `${B}/practices/items`),
    state("many", "borough_admin", `${B}/practices/items?sector=taxi`),
  ],
  "/[borough]/practices/items/add": [
    state("normal", "borough_admin", `${B}/practices/items/add`),
    state("error", "borough_admin", `${B}/practices/items/add`, { act: press("Add the practice") }),
    state("refused", "borough_officer", `${B}/practices/items/add`, { says: /Page not found/ }),
  ],
  "/[borough]/practices/items/[sector]/[item]/end": [
    state(
      "normal",
      "borough_admin",
      `${B}/practices/items/hotel/own-taxis-are-booked-at-the-desk/end`,
    ),
    state("refused", "borough_admin", `${B}/practices/items/hotel/safeguarding-lead/end`, {
      says: /Page not found/,
    }),
  ],
  "/[borough]/settings": [
    state("normal", "borough_officer", `${B}/settings`),
    state("normal", "borough_admin", `${B}/settings`),
    state("error", "borough_admin", `${B}/settings`, { act: press("Confirm these contacts") }),
  ],
  "/[borough]/team": [
    state("many", "borough_officer", `${B}/team`),
    state("error", "borough_admin", `${B}/team`, { act: press("Send the invitation") }),
    empty("/team", /1 person works/),
  ],
  "/[borough]/training": [
    state("many", "borough_officer", `${B}/training`),
    state("many", "borough_officer", `${B}/training?state=overdue`),
    empty("/training", /No training is assigned yet/),
  ],
  "/[borough]/equivalents": [
    state("many", "borough_officer", `${B}/equivalents`),
    empty("/equivalents", /Nothing from elsewhere is accepted/),
  ],
  "/[borough]/equivalents/add": [
    state("normal", "borough_admin", `${B}/equivalents/add`),
    state("error", "borough_admin", `${B}/equivalents/add`, { act: press("Accept it") }),
    refused("borough_officer", () => `${B}/equivalents/add`),
  ],
  "/[borough]/equivalents/[equivalent]/end": [
    state("normal", "borough_admin", (w) => `${B}/equivalents/${w.equivalent}/end`),
    refused("borough_admin", (id) => `${B}/equivalents/${id}/end`),
  ],
  "/[borough]/training/rules": [
    state("many", "borough_officer", `${B}/training/rules`),
    empty("/training/rules", /No rule is in force/),
  ],
  "/[borough]/training/rules/add": [
    state("normal", "borough_officer", `${B}/training/rules/add`),
    state("error", "borough_officer", `${B}/training/rules/add?courseSlug=&days=3`),
    state(
      "many",
      "borough_officer",
      `${B}/training/rules/add?courseSlug=council-staff&days=42&sector=&audience=all_staff`,
      { says: /This will assign \d+ businesses/ },
    ),
  ],
  "/[borough]/training/rules/[rule]/end": [
    state("normal", "borough_officer", (w) => `${B}/training/rules/${w.rule}/end`),
    refused("borough_officer", (id) => `${B}/training/rules/${id}/end`),
  ],
  "/[borough]/training/[assignment]/end": [
    state("normal", "borough_officer", (w) => `${B}/training/${w.assignment}/end`),
    refused("borough_officer", (id) => `${B}/training/${id}/end`),
  ],
  "/[borough]/training/assign": [
    state("normal", "borough_officer", (w) => `${B}/training/assign?business=${w.business}`),
    state("many", "borough_officer", `${B}/training/assign?all=1`, { act: unfold("by name") }),
    state("empty", "borough_officer", `${B}/training/assign`, { says: /not ticked any business/ }),
    state("error", "borough_officer", (w) => `${B}/training/assign?business=${w.business}`, {
      act: press("Assign to 1 business"),
    }),
  ],
  "/[borough]/gaps": [
    state("many", "borough_officer", `${B}/gaps`),
    state("many", "borough_officer", `${B}/gaps?aim=protect`),
    empty("/gaps", /No company here/),
  ],
  "/[borough]/week": [
    state("many", "borough_officer", `${B}/week`),
    state("error", "borough_officer", `${B}/week`, { act: press("Hand over") }),
    empty("/week", /Nothing here/),
  ],
  "/[borough]/wards": [
    state("many", "borough_admin", `${B}/wards`),
    state("normal", "borough_officer", `${B}/wards`),
    empty("/wards", /No wards yet/),
    state("error", "borough_admin", `${B}/wards?problem=missing_column&about=ward`, {
      says: /No column for the ward/,
    }),
  ],
  "/[borough]/wards/[upload]": [
    state("many", "borough_admin", (w) => `${B}/wards/${w.wardUpload}`),
    state("normal", "borough_admin", (w) => `${B}/wards/${w.wardUpload}?rows=refused`),
    state("normal", "borough_admin", (w) => `${B}/wards/${w.wardUpload}?rows=wards`),
    refused("borough_admin", (id) => `${B}/wards/${id}`),
  ],
  "/[borough]/history": [
    state("many", "borough_admin", `${B}/history`),
    state("normal", "borough_officer", `${B}/history?count=trained&ward=not-known&sector=hotel`),
    empty("/history", /Nothing was in scope/),
  ],
  "/[borough]/history/[report]": [
    state("many", "borough_officer", (w) => `${B}/history/${w.report}`),
    refused("borough_officer", (id) => `${B}/history/${id}`),
  ],
  "/[borough]/history/sign": [
    state("normal", "borough_officer", `${B}/history/sign`),
    state("error", "borough_admin", `${B}/history/sign`, { act: pressFirst(/^Sign off/) }),
    empty("/history/sign", /Nothing was counted in this month/),
  ],
  "/[borough]/aims": [
    state("many", "borough_officer", `${B}/aims`),
    state("many", "borough_admin", `${B}/aims`),
    empty("/aims", /No action is planned/),
  ],
  "/[borough]/aims/[action]": [
    state("normal", "borough_admin", (w) => `${B}/aims/${w.openAction}`),
    state("normal", "borough_officer", (w) => `${B}/aims/${w.meeting}`, { says: /Who came/ }),
    state("error", "borough_admin", (w) => `${B}/aims/${w.openAction}`, {
      act: press("Record it as done"),
    }),
    refused("borough_officer", (id) => `${B}/aims/${id}`),
  ],
  "/[borough]/aims/plan": [
    state("normal", "borough_admin", `${B}/aims/plan`),
    state("normal", "borough_admin", `${B}/aims/plan?kind=register`),
    state("error", "borough_admin", `${B}/aims/plan?kind=other`, {
      act: press("Plan this action"),
    }),
    state("refused", "borough_officer", `${B}/aims/plan`, { says: /Page not found/ }),
  ],
  "/[borough]/aims/teams": [
    state("many", "borough_officer", `${B}/aims/teams`),
    empty("/aims/teams", /No team is listed yet/),
  ],
  "/[borough]/aims/teams/[team]": [
    state("normal", "borough_officer", (w) => `${B}/aims/teams/${w.team}`),
    refused("borough_officer", (id) => `${B}/aims/teams/${id}`),
  ],
  "/[borough]/aims/teams/add": [
    state("normal", "borough_admin", `${B}/aims/teams/add`),
    state("error", "borough_admin", `${B}/aims/teams/add`, { act: press("Add this team") }),
  ],
  "/[borough]/settings/targets": [
    state("many", "borough_officer", `${B}/settings/targets`),
    state("normal", "borough_admin", `${B}/settings/targets`),
    state("error", "borough_admin", `${B}/settings/targets`, { act: press("Set this target") }),
    empty("/settings/targets", /No target is set yet/),
  ],
  "/[borough]/businesses/[business]/visits": [
    state("many", "borough_officer", one("/visits")),
    state("empty", "borough_officer", fresh("/visits"), { says: /Nobody has visited yet/ }),
    gone("/visits"),
  ],
  "/[borough]/visits": [
    state("many", "borough_officer", `${B}/visits`),
    state("many", "borough_officer", `${B}/visits?view=done`),
    state("empty", "borough_officer", `${B}/visits?view=overdue&ward=Nowhere`, {
      says: /No visit is overdue/,
    }),
    empty("/visits", /No visit is planned/),
  ],
  "/[borough]/visits/[visit]": [
    state("normal", "borough_officer", (w) => `${B}/visits/${w.visit}`, {
      act: unfold("Move it to another day"),
    }),
    state("many", "borough_officer", (w) => `${B}/visits/${w.doneVisit}`, {
      says: /What was agreed/,
    }),
    refused("borough_officer", (id) => `${B}/visits/${id}`),
  ],
  "/[borough]/visits/[visit]/record": [
    state("normal", "borough_officer", (w) => `${B}/visits/${w.visit}/record`, {
      act: async (page) => {
        await page.getByLabel("Somebody in charge showed the officer round").press("Space");
        await page.getByLabel("Not in place").first().press("Space");
      },
      says: /What was missing/,
    }),
    state("error", "borough_officer", (w) => `${B}/visits/${w.visit}/record`, {
      act: press("Record the visit"),
    }),
    state("expired", "borough_officer", (w) => `${B}/visits/${w.doneVisit}/record`, {
      says: /has been recorded/,
    }),
    refused("borough_officer", (id) => `${B}/visits/${id}/record`),
  ],
  "/[borough]/visits/plan": [
    state("normal", "borough_officer", (w) => `${B}/visits/plan?business=${w.business}`),
    state("empty", "borough_officer", `${B}/visits/plan`, { says: /not ticked any business/ }),
    state("error", "borough_officer", (w) => `${B}/visits/plan?business=${w.business}`, {
      act: press("Plan 1 visit"),
    }),
  ],
  "/[borough]/visits/tonight": [
    state("many", "borough_officer", `${B}/visits/tonight`),
    empty("/visits/tonight", /Nothing here waits/),
  ],
};
