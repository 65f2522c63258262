import { runCommand } from "@/lib/command";
import { confirmWards, uploadWards } from "@/lib/wards/commands";
import { inspectWards } from "@/lib/wards/inspect";
import { asOwner, type TestBorough } from "./borough";
import { withFile } from "./register";

/** Previews a ward list as the borough's admin. */
export function uploadWardText(borough: TestBorough, text: string): Promise<string> {
  return withFile(text, async (file) => {
    const list = await inspectWards(file, borough.code);
    const input = { fileName: "wards.csv" };
    const options = { boroughCode: borough.code };
    return (await runCommand(uploadWards(list), borough.admin, input, options)).uploadId;
  });
}

/** Makes a ward list the borough's: pairs of postcode and ward. */
export async function putWards(
  borough: TestBorough,
  rows: readonly (readonly [postcode: string, ward: string])[],
): Promise<string> {
  const text = ["postcode,ward", ...rows.map((row) => row.join(","))].join("\n");
  const uploadId = await uploadWardText(borough, text);
  await runCommand(confirmWards, borough.admin, { uploadId }, { boroughCode: borough.code });
  return uploadId;
}

/** The ward of every business by name, and the businesses in scope by ward as the cells tell. */
export function readWards(code: string) {
  return asOwner([code], async (tx) => ({
    businesses: Object.fromEntries(
      (await tx`SELECT name, ward FROM businesses WHERE borough_code = ${code}`).map((row) => [
        row.name as string,
        row.ward as string | null,
      ]),
    ),
    inScope: Object.fromEntries(
      (
        await tx`SELECT ward, sum(delta)::int AS count FROM coverage_cells
          WHERE borough_code = ${code} AND measure = 'in_scope' GROUP BY ward HAVING sum(delta) <> 0`
      ).map((row) => [row.ward as string, row.count as number]),
    ),
  }));
}
