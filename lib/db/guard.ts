import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";

/** Raised for every query of a transaction whose connection is gone, and when none can be had. */
export class DatabaseAway extends Error {
  override name = "DatabaseAway";
}

/** Read by the driver and absent from its types. */
const UNBOUNDED_PIPELINE = { max_pipeline: 1_000_000 };

const NEVER = new Promise<never>(() => {});

/** A FATAL error or one of the driver's own connection errors: the transaction no longer exists. */
export function endsConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof postgres.PostgresError) {
    return (
      error.severity === "FATAL" || error.severity === "PANIC" || error.code.startsWith("57P0")
    );
  }
  const code = "code" in error ? String(error.code) : "";
  return /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOST|ENET|ENOENT)/.test(
    code,
  );
}

/** Nobody answers at that address: whoever waited once for this must not wait again. */
function isSilent(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "CONNECT_TIMEOUT";
}

interface Fate {
  started: boolean;
  lost: boolean;
}

type Callback = (tx: postgres.TransactionSql) => Promise<unknown>;

const BEGIN_TRIES = 3;

/** The parts of a driver's query that the guard stands in front of (postgres.js 3.4.9, `Query`). */
interface DriverQuery {
  handler(query: unknown): unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

const isDriverQuery = (value: object): value is DriverQuery =>
  "handler" in value && "reject" in value;

/** After the loss a query is neither sent nor settled; the loss is noted before the caller sees it. */
function guardQuery<T extends object>(fate: Fate, query: T): T {
  if (!isDriverQuery(query)) return query;
  const { handler, resolve, reject } = query;
  query.handler = (self) => (fate.lost ? undefined : handler(self));
  query.resolve = (value) => {
    if (!fate.lost) resolve(value);
  };
  query.reject = (error) => {
    if (endsConnection(error)) fate.lost = true;
    if (!fate.lost) reject(error);
  };
  return query;
}

function guardTransaction(fate: Fate, tx: postgres.TransactionSql): postgres.TransactionSql {
  const unsafe: typeof tx.unsafe = (...args) => guardQuery(fate, tx.unsafe(...args)) as never;
  return new Proxy(tx, {
    apply: (target, self, args) => guardQuery(fate, Reflect.apply(target as never, self, args)),
    get: (target, key, receiver) => {
      if (key === "unsafe") return unsafe;
      if (key === "savepoint") throw new Error("One order is one transaction: no savepoints.");
      return Reflect.get(target, key, receiver);
    },
  });
}

/** The driver rolls back or commits once a callback settles: after the loss it must not. */
async function settleUnlessLost(fate: Fate, tx: postgres.TransactionSql, callback: Callback) {
  fate.started = true;
  try {
    const value = await callback(guardTransaction(fate, tx));
    return fate.lost ? await NEVER : value;
  } catch (error) {
    if (fate.lost) return NEVER;
    throw error;
  }
}

/**
 * The one maker of database clients. Mends three faults of postgres.js 3.4.9 (see docs/adr):
 * a transaction that lost its connection refuses every later query and never settles its
 * callback, a full pipeline no longer crashes the next `begin`, nor does a connection that dies
 * while it is being made.
 */
export function guardedClient(
  url: string,
  options: postgres.Options<Record<string, postgres.PostgresType>> = {},
): postgres.Sql {
  const sql = postgres(url, {
    max: 10,
    prepare: false,
    // A connection that dies while the driver asks for array types would end the process.
    fetch_types: false,
    connect_timeout: 5,
    idle_timeout: 60,
    backoff: (retries) => Math.min(0.05 * 2 ** retries, 0.5),
    onnotice: () => {},
    ...UNBOUNDED_PIPELINE,
    ...options,
  });

  const begin = async (...args: [unknown, unknown?]) => {
    const [mode, callback] = (args.length === 1 ? ["", args[0]] : args) as [string, Callback];
    for (let tried = 1; ; tried += 1) {
      const fate: Fate = { started: false, lost: false };
      try {
        return await sql.begin(mode, (tx) => settleUnlessLost(fate, tx, callback));
      } catch (error) {
        if (!fate.lost && !endsConnection(error)) throw error;
        fate.lost = true;
        // A dying connection may still be handed out; before its callback began, nothing was done.
        if (fate.started || tried === BEGIN_TRIES || isSilent(error)) {
          throw new DatabaseAway("The database did not answer.", { cause: error });
        }
        await wait(tried * 25);
      }
    }
  };

  return new Proxy(sql, {
    get: (target, key, receiver) => (key === "begin" ? begin : Reflect.get(target, key, receiver)),
  });
}
