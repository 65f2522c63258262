import { TextInput, type TextInputProps } from "@/components/forms/text-input";

/** A six-digit PIN. It shows what is typed unless `type` says password. */
export function PinInput({ type = "text", ...props }: TextInputProps) {
  return (
    <TextInput
      autoComplete="off"
      pattern="[0-9]*"
      maxLength={6}
      {...props}
      type={type}
      inputMode="numeric"
      width="short"
      className="w-32 tracking-[0.25em] tabular-nums"
    />
  );
}
