/** What must be stopped in the end, the last started first. */
export class Stack {
  #stops = [];

  add(stop) {
    this.#stops.push(stop);
  }

  async stopAll() {
    for (let stop = this.#stops.pop(); stop; stop = this.#stops.pop()) {
      try {
        await stop();
      } catch {
        // What never started needs no stopping, and the rest still does.
      }
    }
  }
}

/** Resolves with the signal's name on Ctrl-C or SIGTERM, or when npm, our parent, is gone. */
export function untilToldToStop() {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolve(signal));
    const parent = process.ppid;
    if (parent === 1 || !process.env.npm_lifecycle_event) return;
    setInterval(() => process.ppid !== parent && resolve("SIGTERM"), 500).unref();
  });
}
