import type { boroughActions, boroughTargets, meetingAttendance } from "@/lib/db/schema/aims";
import type { assignmentRules, assignments } from "@/lib/db/schema/assignments";
import type { auditEntries } from "@/lib/db/schema/audit";
import type { memberships, users } from "@/lib/db/schema/auth";
import type {
  boroughContacts,
  boroughSettings,
  measureCourses,
  operators,
  sectors,
  wardPostcodes,
} from "@/lib/db/schema/boroughs";
import type { businesses, headcounts, stageChanges } from "@/lib/db/schema/businesses";
import type { certificates, driverAttestations, equivalents } from "@/lib/db/schema/certificates";
import type { invitations, staffMembers, staffPins } from "@/lib/db/schema/people";
import type { boroughPracticeItems, practiceChanges } from "@/lib/db/schema/practices";
import type { registerEntries, registerImports } from "@/lib/db/schema/register";
import type { coverageChecks, coverageReports } from "@/lib/db/schema/reports";
import type { rollConfirmations } from "@/lib/db/schema/roll";
import type { nightShiftStaff, nightShifts, safeguardingLeads } from "@/lib/db/schema/shifts";
import type {
  attemptAnswers,
  attempts,
  groupSessions,
  trainingRecords,
} from "@/lib/db/schema/training";
import type { wardUploadRows, wardUploads } from "@/lib/db/schema/wards";

type Rows<T extends { $inferInsert: unknown }> = T["$inferInsert"][];

/** Everything the demonstration says about one borough, before it is written. */
export interface Facts {
  boroughSettings: Rows<typeof boroughSettings>;
  boroughContacts: Rows<typeof boroughContacts>;
  sectors: Rows<typeof sectors>;
  measureCourses: Rows<typeof measureCourses>;
  users: Rows<typeof users>;
  operators: Rows<typeof operators>;
  businesses: Rows<typeof businesses>;
  stageChanges: Rows<typeof stageChanges>;
  headcounts: Rows<typeof headcounts>;
  registerImports: Rows<typeof registerImports>;
  registerEntries: Rows<typeof registerEntries>;
  staffMembers: Rows<typeof staffMembers>;
  staffPins: Rows<typeof staffPins>;
  memberships: Rows<typeof memberships>;
  invitations: Rows<typeof invitations>;
  equivalents: Rows<typeof equivalents>;
  driverAttestations: Rows<typeof driverAttestations>;
  assignmentRules: Rows<typeof assignmentRules>;
  assignments: Rows<typeof assignments>;
  groupSessions: Rows<typeof groupSessions>;
  trainingRecords: Rows<typeof trainingRecords>;
  attempts: Rows<typeof attempts>;
  attemptAnswers: Rows<typeof attemptAnswers>;
  certificates: Rows<typeof certificates>;
  auditEntries: Rows<typeof auditEntries>;
  wardPostcodes: Rows<typeof wardPostcodes>;
  wardUploads: Rows<typeof wardUploads>;
  wardUploadRows: Rows<typeof wardUploadRows>;
  coverageReports: Rows<typeof coverageReports>;
  coverageChecks: Rows<typeof coverageChecks>;
  boroughActions: Rows<typeof boroughActions>;
  meetingAttendance: Rows<typeof meetingAttendance>;
  boroughTargets: Rows<typeof boroughTargets>;
  boroughPracticeItems: Rows<typeof boroughPracticeItems>;
  practiceChanges: Rows<typeof practiceChanges>;
  nightShifts: Rows<typeof nightShifts>;
  nightShiftStaff: Rows<typeof nightShiftStaff>;
  safeguardingLeads: Rows<typeof safeguardingLeads>;
  rollConfirmations: Rows<typeof rollConfirmations>;
}

export function noFacts(): Facts {
  return {
    boroughSettings: [],
    boroughContacts: [],
    sectors: [],
    measureCourses: [],
    users: [],
    operators: [],
    businesses: [],
    stageChanges: [],
    headcounts: [],
    registerImports: [],
    registerEntries: [],
    staffMembers: [],
    staffPins: [],
    memberships: [],
    invitations: [],
    equivalents: [],
    driverAttestations: [],
    assignmentRules: [],
    assignments: [],
    groupSessions: [],
    trainingRecords: [],
    attempts: [],
    attemptAnswers: [],
    certificates: [],
    auditEntries: [],
    wardPostcodes: [],
    wardUploads: [],
    wardUploadRows: [],
    coverageReports: [],
    coverageChecks: [],
    boroughActions: [],
    meetingAttendance: [],
    boroughTargets: [],
    boroughPracticeItems: [],
    practiceChanges: [],
    nightShifts: [],
    nightShiftStaff: [],
    safeguardingLeads: [],
    rollConfirmations: [],
  };
}
