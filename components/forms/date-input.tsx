import { TextInput, type TextInputProps } from "@/components/forms/text-input";

/** A day; sends yyyy-mm-dd. */
export function DateInput(props: TextInputProps) {
  return <TextInput width="date" {...props} type="date" />;
}
