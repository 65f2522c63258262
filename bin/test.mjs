import { parseArgs } from "node:util";
import { stopRunning } from "./lib/children.mjs";
import { table, total } from "./lib/counts.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { explain, PlainFault, run, say } from "./lib/say.mjs";
import { STEPS } from "./lib/steps.mjs";

/** Set for somebody's own portal: a test must never reach that. */
const NOT_OURS = ["DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_JOBS_URL", "SMTP_URL"];
const NOR_THESE = [
  "PORTAL_URL",
  "PORTAL_SECRET",
  "PORTAL_DEMONSTRATION",
  "MAILBOX_DIR",
  "PICTURES_DIR",
  "MAIL_FROM",
];

const USAGE = `npm test runs every step; npm test -- NAME… only these: ${STEPS.map(({ name }) => name).join(", ")}.
npm test -- journeys -- FILE chooses browser tests as Playwright does.`;

function choose(names, verify) {
  const unknown = names.find((name) => !STEPS.some((step) => step.name === name));
  if (unknown) throw new PlainFault(`There is no step "${unknown}". ${USAGE}`);
  return STEPS.filter((step) => {
    if (names.length) return names.includes(step.name);
    return !verify || step.verify;
  });
}

async function runStep(step, args) {
  say(`\n── ${step.title} ──`);
  const began = Date.now();
  let result;
  try {
    result = await step.run(args);
  } catch (error) {
    explain(error);
    result = { passed: 0, failed: 1 };
  }
  return { ...step, ...result, seconds: Math.round((Date.now() - began) / 1000) };
}

function split(words) {
  const at = words.indexOf("--");
  return at < 0 ? [words, []] : [words.slice(0, at), words.slice(at + 1)];
}

await run(async () => {
  const [mine, rest] = split(process.argv.slice(2));
  const { values, positionals } = parseArgs({
    args: mine,
    allowPositionals: true,
    options: {
      verify: { type: "boolean" },
      long: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    say(USAGE);
    return 0;
  }
  const steps = choose(positionals, values.verify);
  for (const name of [...NOT_OURS, ...NOR_THESE]) delete process.env[name];
  if (values.long) process.env.OMS_LONG = "1";
  let stoppedBy;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      stoppedBy = signal;
      stopRunning();
    });
  }

  await ensureInstalled({ forTests: true });
  const results = [];
  for (const step of steps) {
    if (stoppedBy) break;
    results.push(await runStep(step, step.name === "journeys" ? rest : []));
  }
  if (stoppedBy) say(`\nStopped by ${stoppedBy}: what did not run to its end counts as failed.`);

  say(`\n${table(results)}`);
  const failures = results.flatMap(({ failures: list }) => list ?? []);
  if (failures.length) say(`\nFailed:\n${failures.map((name) => `  ${name}`).join("\n")}`);
  say(`\n${total(results, "passed")} passed, ${total(results, "failed")} failed`);
  return total(results, "failed") === 0 ? 0 : 1;
});
