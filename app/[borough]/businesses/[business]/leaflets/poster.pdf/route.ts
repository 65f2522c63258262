import { leafletFile } from "@/app/_leaflets/leaflet-file";
import type { BusinessPageProps } from "../../_parts/frame";
import { loadHandout } from "../load";

/** The poster of a business as a tagged PDF, for an officer to take along. */
export async function GET(_request: Request, props: BusinessPageProps): Promise<Response> {
  const { handout } = await loadHandout(props);
  return leafletFile("poster", handout);
}
