import { getTableName, type Table } from "drizzle-orm";
import type postgres from "postgres";
import { boroughActions, boroughTargets, meetingAttendance } from "@/lib/db/schema/aims";
import { assignmentRules, assignments } from "@/lib/db/schema/assignments";
import { auditEntries } from "@/lib/db/schema/audit";
import { memberships, users } from "@/lib/db/schema/auth";
import {
  boroughContacts,
  boroughSettings,
  measureCourses,
  operators,
  sectors,
  wardPostcodes,
} from "@/lib/db/schema/boroughs";
import { businesses, headcounts, stageChanges } from "@/lib/db/schema/businesses";
import { certificates, driverAttestations, equivalents } from "@/lib/db/schema/certificates";
import { invitations, staffMembers, staffPins } from "@/lib/db/schema/people";
import { boroughPracticeItems, practiceChanges } from "@/lib/db/schema/practices";
import { registerEntries, registerImports } from "@/lib/db/schema/register";
import { coverageChecks, coverageReports } from "@/lib/db/schema/reports";
import { rollConfirmations } from "@/lib/db/schema/roll";
import { nightShiftStaff, nightShifts, safeguardingLeads } from "@/lib/db/schema/shifts";
import { attemptAnswers, attempts, groupSessions, trainingRecords } from "@/lib/db/schema/training";
import { wardUploadRows, wardUploads } from "@/lib/db/schema/wards";
import type { Facts } from "./facts";

/** In an order in which every foreign key points back. */
const TABLES = {
  boroughSettings,
  boroughContacts,
  sectors,
  measureCourses,
  users,
  operators,
  businesses,
  stageChanges,
  headcounts,
  registerImports,
  registerEntries,
  staffMembers,
  staffPins,
  memberships,
  invitations,
  equivalents,
  driverAttestations,
  assignmentRules,
  assignments,
  groupSessions,
  trainingRecords,
  attempts,
  attemptAnswers,
  certificates,
  auditEntries,
  wardPostcodes,
  wardUploads,
  wardUploadRows,
  coverageReports,
  coverageChecks,
  boroughActions,
  meetingAttendance,
  boroughTargets,
  boroughPracticeItems,
  practiceChanges,
  nightShifts,
  nightShiftStaff,
  safeguardingLeads,
  rollConfirmations,
} satisfies Record<keyof Facts, Table>;

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Inserts all rows in one statement; every row has the keys of the first. */
export async function insertRows<T extends Table>(
  tx: postgres.TransactionSql,
  table: T,
  rows: readonly T["$inferInsert"][],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const name = getTableName(table);
  const columns = Object.keys(first).map(snakeCase).join(", ");
  const records = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [snakeCase(key), value])),
  );
  await tx.unsafe(
    `INSERT INTO ${name} (${columns})
     SELECT ${columns} FROM json_populate_recordset(NULL::${name}, $1::text::json)`,
    [JSON.stringify(records)],
  );
}

/** Writes one borough's history. */
export async function writeFacts(tx: postgres.TransactionSql, facts: Facts): Promise<void> {
  for (const key of Object.keys(TABLES) as (keyof Facts)[]) {
    await insertRows(tx, TABLES[key], facts[key]);
  }
}
