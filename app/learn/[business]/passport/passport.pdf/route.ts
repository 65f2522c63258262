import { pdfFile } from "@/app/_files/pdf-file";
import { passportPdf } from "@/lib/documents/passport";
import { loadPassport } from "../load";

/** The learner's passport as a tagged PDF. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ business: string }> },
): Promise<Response> {
  const { viewer, entries, today } = await loadPassport((await params).business);
  return pdfFile(
    await passportPdf({ holder: viewer.name, entries, on: today }),
    `training-passport-${today}`,
  );
}
