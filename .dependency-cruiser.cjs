/** The domains in their order: each may use those before it, never those after. */
const DOMAINS = [
  "boroughs",
  "sectors",
  "businesses",
  "register",
  "wards",
  "training",
  "authoring",
  "people",
  "premises",
  "assignments",
  "group-sessions",
  "practices",
  "visits",
  "aims",
  "coverage",
  "certificates",
  "reminders",
  "exports",
  "documents",
];
const DOMAIN = `^lib/(${DOMAINS.join("|")})/`;
const TESTS = "(\\.test\\.(ts|tsx|mjs)$|^lib/db/test/|^drizzle/seed/test-|^e2e/)";

const leftToRight = DOMAINS.slice(0, -1).map((domain, i) => ({
  name: `domain-order-${domain}`,
  comment: `${domain} may not use the domains to its right: the rule sits in the wrong domain.`,
  severity: "error",
  from: { path: `^lib/${domain}/`, pathNot: TESTS },
  to: { path: `^lib/(${DOMAINS.slice(i + 1).join("|")})/` },
}));

module.exports = {
  forbidden: [
    {
      name: "no-circular",
      comment: "Two files that need each other are one file, or a third one's business.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-lost-import",
      comment: "The imported file or package does not exist.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    ...leftToRight,
    {
      name: "domains-know-no-framework",
      comment: "A domain runs in a command, a job and a test alike: no Next, no React.",
      severity: "error",
      from: { path: DOMAIN, pathNot: TESTS },
      to: { path: "^node_modules/(next|next-auth|react|react-dom|react-hook-form)/" },
    },
    {
      name: "domains-use-foundations",
      comment: "A domain uses domains to its left and the foundations, never forms or pages.",
      severity: "error",
      from: { path: DOMAIN, pathNot: TESTS },
      to: { path: "^(app|components|drizzle|bin|bench|e2e|lib/forms)/" },
    },
    {
      name: "library-knows-no-pages",
      comment: "Arrows point from app to lib.",
      severity: "error",
      from: { path: "^lib/", pathNot: TESTS },
      to: { path: "^(app|drizzle|bin|bench|e2e)/", pathNot: "\\.json$" },
    },
    {
      name: "scope-opens-in-few-places",
      comment: "Only the command wrapper, sign-in, jobs and the database's own code open a scope.",
      severity: "error",
      from: {
        path: "^(app|components|lib)/",
        pathNot: `^lib/((library-)?command\\.ts$|auth/|jobs/|db/)|${TESTS}`,
      },
      to: { path: "^lib/db/scope\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "connection-stays-in-lib-db",
      comment: "The client is reached through a scope.",
      severity: "error",
      from: {
        path: "^(app|components|lib)/",
        pathNot: `^lib/(db|auth|jobs)/|^lib/[a-z-]+\\.ts$|${TESTS}`,
      },
      to: { path: "^lib/db/client\\.ts$" },
    },
    {
      name: "pages-speak-to-domains",
      comment: "A page asks a query and a form submits a command; neither touches the database.",
      severity: "error",
      from: { path: "^app/", pathNot: TESTS },
      // Types carry no query; a fault of the connection has to be told from others; readiness is asked.
      to: {
        path: "^(drizzle|bin|bench|e2e|lib/db)/",
        pathNot: "^lib/db/(guard|readiness)\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "components-know-props",
      comment: "A component gets its data as props; it may know a domain's model and schema.",
      severity: "error",
      from: { path: "^components/", pathNot: TESTS },
      to: {
        path: "^(app|drizzle|bin|bench|e2e|lib)/",
        pathNot: "^lib/([a-z]+/(model|schema)|format|markup|forms/state)\\.ts$",
      },
    },
    {
      name: "nothing-needs-a-test",
      comment: "What a test needs lies in test support, what the portal needs does not.",
      severity: "error",
      from: { path: "^(app|components|lib|drizzle|bin)/", pathNot: TESTS },
      to: { path: "\\.test\\.(ts|tsx|mjs)$|^lib/db/test/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "portal-needs-no-development-package",
      comment: "What runs in production is in dependencies.",
      severity: "error",
      from: { path: "^(app|components|lib|drizzle)/", pathNot: TESTS },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next[^/]*|\\.data)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      conditionNames: ["react-server", "node", "import", "require", "default", "types"],
      exportsFields: ["exports"],
      extensions: [".ts", ".tsx", ".mts", ".mjs", ".js", ".cjs", ".json", ".d.mts"],
    },
  },
};
