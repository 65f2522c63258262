import { receiveUpload } from "@/app/api/uploads/receive";
import { currentHolder, type ManagerViewer, requireManager } from "@/lib/auth/current";
import { isFromHere, SECURITY_HEADERS } from "@/lib/auth/headers";
import { isUuid } from "@/lib/auth/ids";
import { may } from "@/lib/auth/permissions";
import { runCommand } from "@/lib/command";
import { DatabaseAway } from "@/lib/db/guard";
import { env } from "@/lib/env";
import { RuleBroken } from "@/lib/errors";
import { addPicture } from "@/lib/practices/picture-commands";
import { keepPicture, removePictureFile } from "@/lib/practices/picture-files";
import {
  isPictureProblem,
  LARGEST_PICTURE,
  type PictureProblem,
  WrongPicture,
} from "@/lib/practices/picture-model";
import { redrawPicture } from "@/lib/practices/redraw";
import { WrongFile } from "@/lib/register/wrong-file";

/** Beyond what a form adds to a file: a longer body is not read at all. */
const LONGEST_BODY = LARGEST_PICTURE * 2;

/** Takes a picture of a poster as a plain form post, draws it anew and keeps that alone. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ business: string }> },
): Promise<Response> {
  const { business } = await params;
  if (!isFromHere(request, env().PORTAL_URL)) return refused(403);
  if (!(await currentHolder())) return goTo("/sign-in");
  if (!isUuid(business)) return refused(404);
  const viewer = await requireManager(business);
  if (!may(viewer.role, "practice.add_picture")) return refused(403);
  const page = `/business/${business}/practices/pictures`;
  try {
    if (Number(request.headers.get("content-length")) > LONGEST_BODY) {
      throw new WrongPicture("too_large");
    }
    await takePicture(request, viewer);
    return goTo(`${page}?done=picture`);
  } catch (error) {
    return goTo(`${page}?problem=${asProblem(error)}`);
  }
}

async function takePicture(request: Request, viewer: ManagerViewer): Promise<void> {
  const upload = await receiveUpload(request, LARGEST_PICTURE);
  try {
    if (!upload.file) throw new WrongPicture("no_file");
    const { data, width, height } = await redrawPicture(upload.file.path);
    const { boroughCode, businessId } = viewer;
    const fileKey = await keepPicture(boroughCode, data);
    const picture = { businessId, fileKey, width, height, bytes: data.length };
    await runCommand(addPicture, viewer, picture, { boroughCode }).catch(async (error) => {
      await removePictureFile(boroughCode, fileKey);
      throw error;
    });
  } finally {
    await upload.remove();
  }
}

/** What the manager can mend; anything else is ours and goes on as an error. */
function asProblem(error: unknown): PictureProblem {
  if (error instanceof WrongPicture) return error.code;
  if (error instanceof WrongFile && isPictureProblem(error.code)) return error.code;
  if (error instanceof RuleBroken && isPictureProblem(error.field)) return error.field;
  if (error instanceof DatabaseAway) return "busy";
  throw error;
}

const headers = { ...SECURITY_HEADERS, "Cache-Control": "private, no-store" };

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { ...headers, location } });
}

function refused(status: 403 | 404): Response {
  return new Response("This form was not sent from the portal.\n", { status, headers });
}
