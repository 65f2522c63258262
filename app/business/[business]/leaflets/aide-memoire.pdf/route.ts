import { leafletFile } from "@/app/_leaflets/leaflet-file";
import { loadHandout } from "../load";

/** The aide-memoire of the manager's business as a tagged PDF. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ business: string }> },
): Promise<Response> {
  const { handout } = await loadHandout(params);
  return leafletFile("aide-memoire", handout);
}
