import { goTo, refused } from "@/app/api/uploads/answers";
import { receiveUpload, type Upload } from "@/app/api/uploads/receive";
import { type BoroughViewer, currentHolder, requireBorough } from "@/lib/auth/current";
import { isFromHere } from "@/lib/auth/headers";
import { may } from "@/lib/auth/permissions";
import { runCommand } from "@/lib/command";
import { DatabaseAway } from "@/lib/db/guard";
import { env } from "@/lib/env";
import { WrongFile } from "@/lib/register/wrong-file";
import { uploadWards } from "@/lib/wards/commands";
import { inspectWards } from "@/lib/wards/inspect";
import { LARGEST_LIST } from "@/lib/wards/model";

/** Well beyond what a form adds to a file: a longer body is not read at all. */
const LONGEST_BODY = LARGEST_LIST * 2;

/** Takes a ward list as a plain form post, streams it to disk, and goes on to its preview. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ borough: string }> },
): Promise<Response> {
  const { borough } = await params;
  if (!isFromHere(request, env().PORTAL_URL)) return refused();
  if (!(await currentHolder())) return goTo("/sign-in");
  const viewer = await requireBorough(borough);
  if (!may(viewer.role, "wards.upload")) return refused();
  try {
    if (Number(request.headers.get("content-length")) > LONGEST_BODY) {
      throw new WrongFile("too_large");
    }
    const upload = await receiveUpload(request, LARGEST_LIST);
    try {
      return goTo(`/${borough}/wards/${await preview(viewer, upload)}`);
    } finally {
      await upload.remove();
    }
  } catch (error) {
    return goTo(backTo(borough, asProblem(error)));
  }
}

async function preview(viewer: BoroughViewer, { file }: Upload): Promise<string> {
  if (!file) throw new WrongFile("no_file");
  const { boroughCode } = viewer;
  const list = await inspectWards(file.path, boroughCode);
  const input = { fileName: file.name };
  const { uploadId } = await runCommand(uploadWards(list), viewer, input, { boroughCode });
  return uploadId;
}

/** What the administrator can mend; anything else is ours and goes on as an error. */
function asProblem(error: unknown): WrongFile {
  if (error instanceof WrongFile) return error;
  if (error instanceof DatabaseAway) return new WrongFile("busy");
  throw error;
}

/** Back to the form with a code and a line; the words come from a table there. */
function backTo(borough: string, problem: WrongFile): string {
  const query = new URLSearchParams({ problem: problem.code });
  if (problem.line) query.set("line", String(problem.line));
  if (problem.about) query.set("about", problem.about);
  return `/${borough}/wards?${query.toString()}`;
}
