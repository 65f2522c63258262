import { writeFileSync } from "node:fs";

/** Writes what npm test adds up: tests by result, and files that could not even be loaded. */
export default class CountReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const count = { passed: 0, failed: 0, skipped: 0 };
    const failures = [];
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        count[state === "pending" ? "skipped" : state] += 1;
        if (state === "failed") failures.push(`${module.relativeModuleId}: ${test.fullName}`);
      }
      if (module.state() === "failed" && ![...module.children.allTests("failed")].length) {
        count.failed += 1;
        failures.push(`${module.relativeModuleId}: could not be run`);
      }
    }
    if (unhandledErrors.length) {
      count.failed += 1;
      failures.push(`${unhandledErrors.length} errors outside any test`);
    }
    const file = process.env.OMS_COUNT_FILE;
    if (file) writeFileSync(file, JSON.stringify({ ...count, failures }));
  }
}
