import * as z from "zod/mini";
import { registerKey } from "./model";

export const previewRegisterInput = z.object({
  sector: z
    .string("Choose which businesses the file lists")
    .check(z.minLength(1, "Choose which businesses the file lists")),
  /** The register's key; empty for the sector's main register. */
  register: z
    .string()
    .check(z.maxLength(60, "Enter a name of 60 characters or fewer"), z.overwrite(registerKey)),
  fileName: z.string().check(
    z.trim(),
    z.overwrite((name) => name.replace(/[\p{Cc}\p{Cs}]/gu, "").slice(-120) || "register.csv"),
  ),
});

const importId = z.uuid("Choose an import");

export const confirmRegisterInput = z.object({ importId });
export const discardRegisterInput = z.object({ importId });
