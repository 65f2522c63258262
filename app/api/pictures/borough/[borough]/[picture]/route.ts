import { answerPicture } from "@/app/api/pictures/answer";
import { requireBorough } from "@/lib/auth/current";

/** A poster's picture, for the borough's team. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ borough: string; picture: string }> },
): Promise<Response> {
  const { borough, picture } = await params;
  return answerPicture(await requireBorough(borough), picture);
}
