import { FileInput } from "@/components/forms/file-input";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";

interface UploadFormProps {
  borough: string;
  error: string | undefined;
}

/** A plain form post to the streaming route: a server action takes 1 MB, a list may hold more. */
export function UploadForm({ borough, error }: UploadFormProps) {
  return (
    <form
      action={`/api/uploads/wards/${borough}`}
      method="post"
      encType="multipart/form-data"
      className="max-w-read"
    >
      <FileInput
        name="file"
        label="Your postcodes and wards, as a CSV file"
        hint="Up to 50 MB, one row a postcode. It needs a column for the postcode and one for the ward’s name."
        accept=".csv,.txt,.tsv,text/csv"
        error={error}
      />
      <div className="mb-6">
        <Details summary="Which columns and lists are understood">
          <p>
            The postcode may be headed postcode, pcds or pcd; the ward’s name ward, ward name or
            WD23NM. Every other column is left unread.
          </p>
          <p className="mt-2">
            A list of all London does as well, if a column such as LAD23CD or District Code says
            which authority each row belongs to: rows of others are passed over.
          </p>
        </Details>
      </div>
      <Button>Upload and preview</Button>
    </form>
  );
}
