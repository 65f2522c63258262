import "server-only";
import { listBusinessAssignments } from "@/lib/assignments/queries";
import type { ManagerViewer } from "@/lib/auth/current";
import { asViewer } from "@/lib/command";
import { countStaff, type ManagedBusiness } from "@/lib/people/queries";
import { findRollConfirmation } from "@/lib/people/roll-queries";
import { listCoursesOf, listMeasureCounts } from "@/lib/people/standing-queries";
import { listPracticeItems, listPracticeStates } from "@/lib/practices/queries";
import { DRIVERS_SECTOR } from "@/lib/premises/driver-model";
import { findAttestation } from "@/lib/premises/driver-queries";
import { nightCover } from "@/lib/premises/model";
import {
  countAgreedActions,
  findLead,
  findPeers,
  getPremises,
  listMet,
  listShifts,
} from "@/lib/premises/queries";
import { itemCounts, OWN_AIMS, standingOf } from "@/lib/premises/standing";
import { countChangeReadings } from "@/lib/training/change-queries";
import { tasksOf } from "./tasks";

/** Everything the home of a business shows, read in one transaction. */
export async function readHome(viewer: ManagerViewer, business: ManagedBusiness) {
  const { id } = business;
  const facts = await asViewer(viewer, async (ctx) => {
    const premises = await getPremises(ctx, id);
    return {
      premises,
      peers: await findPeers(ctx),
      met: await listMet(ctx, id),
      counts: await countStaff(ctx, id),
      roll: await findRollConfirmation(ctx, id),
      own: viewer.staffId ? await listCoursesOf(ctx, id, viewer.staffId) : null,
      measures: await listMeasureCounts(ctx, id),
      asked: await listBusinessAssignments(ctx, id),
      changes: await countChangeReadings(ctx, id),
      shifts: await listShifts(ctx, id),
      lead: await findLead(ctx, id),
      drivers: premises.sector === DRIVERS_SECTOR ? await findAttestation(ctx, id) : undefined,
      agreed: await countAgreedActions(ctx, id),
      practices: itemCounts(
        await listPracticeItems(ctx, premises.sector),
        await listPracticeStates(ctx, id),
      ),
      today: ctx.today,
    };
  });
  const { premises, measures, practices, met } = facts;
  const { opensLate } = premises;
  const items = OWN_AIMS.map((aim) => practices[aim]);
  return {
    premises,
    peers: facts.peers,
    met,
    today: facts.today,
    tasks: tasksOf({ ...facts, business, opensLate, items }),
    lines: standingOf({
      enrolled: business.stage === "enrolled",
      enrolledOn: business.stageOn,
      headcount: business.headcount,
      opensLate,
      trained: measures.find((each) => each.measure === "trained"),
      reporting: measures.find((each) => each.measure === "reporting_route"),
      cover: nightCover(facts.shifts),
      lead: facts.lead,
      items: practices,
      met,
    }),
  };
}
