import { FileInput } from "@/components/forms/file-input";
import { Button } from "@/components/ui/button";

interface UploadFormProps {
  businessId: string;
  error: string | undefined;
}

/** A plain form post to the streaming route: a server action takes 1 MB, a photo has more. */
export function UploadForm({ businessId, error }: UploadFormProps) {
  return (
    <form
      action={`/api/uploads/pictures/${businessId}`}
      method="post"
      encType="multipart/form-data"
      className="max-w-read"
    >
      <FileInput
        name="picture"
        label="A picture of a poster on display"
        hint="JPEG, PNG or WebP, up to 8 MB. Only the poster: nobody in the picture, no screen, no log."
        accept="image/jpeg,image/png,image/webp"
        error={error}
      />
      <Button>Send the picture</Button>
    </form>
  );
}
