import { createHash } from "node:crypto";
import { addDays, type IsoDate } from "@/lib/dates";
import type { SeedBusiness } from "./business";
import { moment } from "./random";
import { note, type Scene } from "./scene";

/** Not the register of a real file, so that importing one never closes what this one listed. */
const REGISTER = "licensing_register";
const SECTOR = "licensed_premises";

/** The register was imported when the borough began, and again seven weeks ago. */
export function addRegister(scene: Scene, businesses: readonly SeedBusiness[]): void {
  const { plan, calendar, facts } = scene;
  const listed = businesses.filter(
    ({ story }) =>
      plan.registers && story.sector === SECTOR && story.stages[0]?.on === calendar.start,
  );
  const onList = new Set(listed);
  for (const business of businesses) if (!onList.has(business)) addByHand(scene, business);
  if (listed.length === 0) return;
  const again = addDays(calendar.today, -48);
  const closedBy = (business: SeedBusiness) => {
    const newest = business.story.stages.at(-1);
    return newest?.stage === "closed" && newest.on < again;
  };
  const closed = listed.filter(closedBy).length;
  addImport(scene, calendar.start, { rowsNew: listed.length, rowsRefused: 2 });
  const lastImportId = addImport(scene, again, {
    rowsChanged: closed,
    rowsUnchanged: listed.length - closed,
  });
  listed.forEach((business, i) => {
    facts.registerEntries.push({
      boroughCode: plan.code,
      register: REGISTER,
      sourceId: `LN-${String(i + 1).padStart(4, "0")}`,
      businessId: business.id,
      name: business.name,
      address: business.place.address,
      postcode: business.place.postcode,
      easting: business.place.easting,
      northing: business.place.northing,
      trading: !closedBy(business),
      lastImportId,
      lastSeenOn: again,
      goneOn: null,
    });
  });
}

interface Counts {
  rowsNew?: number;
  rowsChanged?: number;
  rowsUnchanged?: number;
  rowsRefused?: number;
}

function addImport(scene: Scene, on: IsoDate, given: Counts): string {
  const { plan, random, facts, officerId } = scene;
  const id = random.uuid();
  const counts = { rowsNew: 0, rowsChanged: 0, rowsUnchanged: 0, rowsRefused: 0, ...given };
  const rowsRead = Object.values(counts).reduce((sum, count) => sum + count, 0);
  facts.registerImports.push({
    boroughCode: plan.code,
    id,
    register: REGISTER,
    sector: SECTOR,
    fileName: `licensed-premises-${on.slice(0, 7)}.csv`,
    encoding: "utf-8",
    fileHash: createHash("sha256").update(`${plan.code} ${on}`).digest("hex"),
    state: "confirmed",
    rowsRead,
    ...counts,
    rowsGone: 0,
    rowsNotTrading: 0,
    droppedColumns: [],
    uploadedBy: officerId,
    createdAt: moment(on, -20),
    settledAt: moment(on, -5),
    settledBy: officerId,
  });
  const import_ = { subject: ["register_import", id] as const, details: { rows_read: rowsRead } };
  note(scene, { on, minutes: -20, action: "register.preview", fields: ["state"], ...import_ });
  note(scene, { on, minutes: -5, action: "register.confirm", fields: ["state"], ...import_ });
  return id;
}

function addByHand(scene: Scene, business: SeedBusiness): void {
  note(scene, {
    on: business.story.stages[0]?.on ?? scene.calendar.start,
    action: "business.add",
    subject: ["business", business.id],
    businessId: business.id,
    fields: ["name", "address", "postcode", "sector", "opens_late"],
    details: { sector: business.story.sector },
  });
}
