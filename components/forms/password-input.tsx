import { TextInput, type TextInputProps } from "@/components/forms/text-input";

export type PasswordInputProps = TextInputProps & {
  /** A password being chosen, not one being remembered. */
  fresh?: boolean | undefined;
};

/** Pasting and password managers are welcome. What was typed is never sent back to the page. */
export function PasswordInput({ fresh, ...props }: PasswordInputProps) {
  return (
    <TextInput
      autoCapitalize="none"
      spellCheck={false}
      autoComplete={fresh ? "new-password" : "current-password"}
      {...props}
      type="password"
    />
  );
}
