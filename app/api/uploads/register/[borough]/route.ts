import { goTo, refused } from "@/app/api/uploads/answers";
import { receiveUpload, type Upload } from "@/app/api/uploads/receive";
import { type BoroughViewer, currentHolder, requireBorough } from "@/lib/auth/current";
import { isFromHere } from "@/lib/auth/headers";
import { may } from "@/lib/auth/permissions";
import { listBoroughs } from "@/lib/boroughs/queries";
import { asViewer, runCommand } from "@/lib/command";
import { DatabaseAway } from "@/lib/db/guard";
import { env } from "@/lib/env";
import { RuleBroken } from "@/lib/errors";
import { previewRegister } from "@/lib/register/commands";
import { inspectRegister } from "@/lib/register/inspect";
import { LARGEST_FILE, registerKey } from "@/lib/register/model";
import { WrongFile } from "@/lib/register/wrong-file";

/** Well beyond what a form adds to a file: a longer body is not read at all. */
const LONGEST_BODY = LARGEST_FILE * 4;

/** Takes a register as a plain form post, streams it to disk, and goes on to its preview. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ borough: string }> },
): Promise<Response> {
  const { borough } = await params;
  if (!isFromHere(request, env().PORTAL_URL)) return refused();
  if (!(await currentHolder())) return goTo("/sign-in");
  const viewer = await requireBorough(borough);
  if (!may(viewer.role, "register.preview")) return refused();
  if (Number(request.headers.get("content-length")) > LONGEST_BODY) {
    return goTo(backTo(borough, new WrongFile("too_large"), {}));
  }
  let fields: Record<string, string> = {};
  try {
    const upload = await receiveUpload(request, LARGEST_FILE);
    fields = upload.fields;
    try {
      return goTo(`/${borough}/register/${await preview(viewer, upload)}`);
    } finally {
      await upload.remove();
    }
  } catch (error) {
    return goTo(backTo(borough, asProblem(error), fields));
  }
}

async function preview(viewer: BoroughViewer, { fields, file }: Upload): Promise<string> {
  if (!fields.sector) throw new WrongFile("no_sector");
  if (!file) throw new WrongFile("no_file");
  const { boroughCode } = viewer;
  const authorities = await asViewer(viewer, listBoroughs);
  const read = await inspectRegister(file.path, {
    code: boroughCode,
    authorities,
  });
  const input = {
    sector: fields.sector,
    register: fields.register ?? "",
    fileName: file.name,
  };
  const { importId } = await runCommand(previewRegister(read), viewer, input, {
    boroughCode,
  });
  return importId;
}

/** What the officer can mend; anything else is ours and goes on as an error. */
function asProblem(error: unknown): WrongFile {
  if (error instanceof WrongFile) return error;
  if (error instanceof RuleBroken) return new WrongFile("no_sector");
  if (error instanceof DatabaseAway) return new WrongFile("busy");
  throw error;
}

/** Back to the form with a code, a line and what was chosen; the words come from a table there. */
function backTo(borough: string, problem: WrongFile, fields: Record<string, string>): string {
  const query = new URLSearchParams({ problem: problem.code });
  if (problem.line) query.set("line", String(problem.line));
  if (problem.about) query.set("about", problem.about);
  if (fields.sector) query.set("sector", registerKey(fields.sector));
  if (fields.register) query.set("register", registerKey(fields.register));
  return `/${borough}/register?${query.toString()}`;
}
