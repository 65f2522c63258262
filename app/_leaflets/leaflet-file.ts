import "server-only";
import { pdfFile } from "@/app/_files/pdf-file";
import { aideMemoirePdf } from "@/lib/documents/aide-memoire";
import type { Handout } from "@/lib/documents/handout";
import { posterPdf } from "@/lib/documents/poster";

const MAKE = { "aide-memoire": aideMemoirePdf, poster: posterPdf };

/** One of the two papers of a business as a file to keep. */
export async function leafletFile(kind: keyof typeof MAKE, handout: Handout): Promise<Response> {
  const trade = handout.leaflet.sector.replaceAll("_", "-");
  return pdfFile(await MAKE[kind](handout), `${kind}-${trade}`);
}
