import { TextInput, type TextInputProps } from "@/components/forms/text-input";

/** One file. `accept` helps to find it; the server decides. */
export function FileInput(props: Omit<TextInputProps, "defaultValue">) {
  return (
    <TextInput
      {...props}
      type="file"
      width="full"
      className="max-w-read border-dashed py-3 file:mr-3 file:rounded-md file:border file:border-line file:bg-wash file:px-3.5 file:py-1.5 file:font-medium file:text-link file:text-sm"
    />
  );
}
