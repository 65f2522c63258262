import "server-only";
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import * as z from "zod";
import { checked, day, fault, parseYaml, readContent, text } from "@/lib/content-files";

const line = text.max(140).refine((words) => !words.endsWith("."), "ends without a full stop");

const leafletFile = z.strictObject({
  sector: z.string().regex(/^[a-z]+(_[a-z]+)*$/, "must be the code of a sector"),
  title: line.max(80),
  lead: text.max(240),
  notice: z.array(line).min(4).max(10),
  do: z.array(line).min(3).max(7),
  leave: z.array(line).min(3).max(7),
  poster: z.strictObject({ headline: line.max(60), lines: z.array(line).min(2).max(4) }),
  source: text,
  review_on: day,
});
export type Leaflet = z.infer<typeof leafletFile>;

/** The words for a trade that has no leaflet of its own. */
const GENERAL = "general";
const FOLDER = join(process.cwd(), "content/leaflets");

let leaflets: Leaflet[] | undefined;

/** Every shipped leaflet, checked; throws one sentence that names the file and the fault. */
export function readLeaflets(folder = FOLDER): Leaflet[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      const leaflet = checked(leafletFile, file, parseYaml(file, readContent(file)));
      const sector = basename(file, ".yaml");
      if (leaflet.sector !== sector) {
        fault(file, `sector is ${leaflet.sector} but the file is ${sector}.yaml`);
      }
      return leaflet;
    });
}

/** The words for a sector: its own, or the general ones. */
export function leafletOf(sector: string): Leaflet {
  leaflets ??= readLeaflets();
  const found =
    leaflets.find((leaflet) => leaflet.sector === sector) ??
    leaflets.find((leaflet) => leaflet.sector === GENERAL);
  return found ?? fault(join(FOLDER, `${GENERAL}.yaml`), "is missing");
}
