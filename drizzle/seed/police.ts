import type postgres from "postgres";
import { pastQuarters, quarterStart } from "@/lib/aims/call-model";
import { addDays, type IsoDate, monthEnd } from "@/lib/dates";
import { callCounts, policeConfirmations } from "@/lib/db/schema/aims";
import { accountOf } from "./accounts";
import { PLANS } from "./plans";
import { moment, seededRandom } from "./random";
import { calendarOf } from "./story";
import { insertRows } from "./write";

/** Months ago the call handlers' training was completed; a borough that is not here has none. */
const CONFIRMED: Record<string, readonly number[]> = {
  E09000033: [13, 4],
  E09000020: [13],
  E09000007: [2],
  E09000001: [7],
};

/** Hammersmith and Fulham: the newest quarter is still to be entered. */
const NOT_ENTERED = "E09000013";

/** Calls a quarter, about; elsewhere there are few. */
const CALLS: Record<string, readonly [least: number, most: number]> = {
  E09000033: [9, 26],
  E09000020: [6, 17],
  E09000013: [1, 9],
};

/** What police entered and confirmed in the boroughs in use. */
export async function addPoliceFacts(tx: postgres.TransactionSql, today: IsoDate): Promise<void> {
  const enteredBy = accountOf("police_officer").id;
  const inUse = PLANS.map((plan) => ({ code: plan.code, start: calendarOf(plan, today).start }));
  const calls = inUse.flatMap(({ code, start }) => {
    const random = seededRandom(`calls ${code}`);
    const [least, most] = CALLS[code] ?? [0, 8];
    return pastQuarters(today, 6)
      .filter((quarter, i) => quarter >= start && !(code === NOT_ENTERED && i === 0))
      .map((quarter) => ({
        boroughCode: code,
        quarter,
        calls: random.int(least, most),
        enteredBy,
        enteredAt: moment(addDays(quarterStart(quarter, 1), 11)),
      }));
  });
  await insertRows(tx, callCounts, calls);
  const confirmations = Object.entries(CONFIRMED).flatMap(([boroughCode, months]) =>
    months.map((ago) => {
      const confirmedOn = addDays(monthEnd(today, -ago), -12);
      return {
        boroughCode,
        id: seededRandom(`call handlers ${boroughCode} ${ago}`).uuid(),
        kind: "call_handlers" as const,
        confirmedOn,
        holdsUntil: monthEnd(confirmedOn, 12),
        confirmedBy: enteredBy,
        evidence: `LD/${confirmedOn.slice(0, 4)}/${String(140 + ago).padStart(4, "0")}`,
        recordedAt: moment(addDays(confirmedOn, 2)),
      };
    }),
  );
  await insertRows(tx, policeConfirmations, confirmations);
}
