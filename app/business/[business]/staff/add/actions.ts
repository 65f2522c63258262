"use server";

import { requireManager } from "@/lib/auth/current";
import { readForm } from "@/lib/forms/read-form";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { addStaff } from "@/lib/people/roll-commands";
import { textOf } from "@/lib/register/encoding";
import { WrongFile } from "@/lib/register/wrong-file";

const UNREADABLE =
  "This file is not a list we can read. In the program it comes from, save it as “CSV UTF-8” and choose that.";

/** The text of a list; undefined when the file is not text. */
async function readList(file: File): Promise<string | undefined> {
  try {
    return textOf(Buffer.from(await file.arrayBuffer()));
  } catch (error) {
    if (error instanceof WrongFile) return undefined;
    throw error;
  }
}

export async function addStaffAction(
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  const file = data.get("file");
  data.delete("file");
  const list = file instanceof File && file.size > 0 ? await readList(file) : null;
  if (list === undefined) {
    return { errors: { file: UNREADABLE }, values: readForm(data) };
  }
  return submit(addStaff, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    ...(list === null ? {} : { fixed: { names: list } }),
    then: () => `/business/${businessId}/staff/codes?done=added`,
  });
}
