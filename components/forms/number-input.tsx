import { TextInput, type TextInputProps } from "@/components/forms/text-input";

/** A whole number, typed: no arrows to change it by accident, and what was mistyped is kept. */
export function NumberInput(props: TextInputProps) {
  return <TextInput width="short" autoComplete="off" {...props} type="text" inputMode="numeric" />;
}
