import { answerPicture } from "@/app/api/pictures/answer";
import { requireManager } from "@/lib/auth/current";

/** A poster's picture, for the manager of the business it hangs in. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ business: string; picture: string }> },
): Promise<Response> {
  const { business, picture } = await params;
  return answerPicture(await requireManager(business), picture);
}
