import { FileInput } from "@/components/forms/file-input";
import { SelectInput } from "@/components/forms/select-input";
import { TextInput } from "@/components/forms/text-input";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import type { SectorRow } from "@/lib/sectors/queries";

interface UploadFormProps {
  borough: string;
  sectors: SectorRow[];
  chosen: { sector: string; register: string };
  error: { field: "file" | "sector" | "register"; message: string } | null;
}

/** A plain form post to the streaming route: a server action takes 1 MB, a register may hold more. */
export function UploadForm({ borough, sectors, chosen, error }: UploadFormProps) {
  const errorOf = (field: string) => (error?.field === field ? error.message : undefined);
  return (
    <form
      action={`/api/uploads/register/${borough}`}
      method="post"
      encType="multipart/form-data"
      className="max-w-read"
    >
      <SelectInput
        name="sector"
        label="Which businesses does the file list?"
        placeholder="Choose a sector"
        options={sectors.map((sector) => ({
          value: sector.code,
          label: sector.pluralLabel,
        }))}
        defaultValue={chosen.sector}
        error={errorOf("sector")}
      />
      <FileInput
        name="file"
        label="The register, as a CSV file"
        hint="Up to 50 MB. It needs the columns id, name, address and postcode."
        accept=".csv,.txt,.tsv,text/csv"
        error={errorOf("file")}
      />
      <div className="mb-6">
        <Details
          summary="This is a second register of the same sector"
          open={chosen.register !== "" || error?.field === "register"}
        >
          <TextInput
            name="register"
            label="Name of this register"
            hint="Each register is compared with its own earlier imports. Leave it empty for the sector's main register."
            optional
            defaultValue={chosen.register}
            maxLength={60}
            error={errorOf("register")}
          />
        </Details>
      </div>
      <Button>Upload and preview</Button>
    </form>
  );
}
