import type { ComponentProps } from "react";
import { controlClass, describedBy, Field, type FieldProps } from "@/components/forms/field";

export type InputWidth = "full" | "wide" | "half" | "date" | "short";

const WIDTHS: Record<InputWidth, string> = {
  full: "w-full",
  wide: "w-full sm:w-96",
  half: "w-full sm:w-64",
  date: "w-44",
  short: "w-24",
};

export type TextInputProps = FieldProps &
  Omit<ComponentProps<"input">, "id" | "name" | "width"> & { width?: InputWidth | undefined };

export function TextInput(props: TextInputProps) {
  const { name, label, hint, error, optional, large, id = name, width = "wide", ...rest } = props;
  const { className, type = "text", "aria-describedby": more, ...input } = rest;
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} large={large}>
      <input
        {...input}
        id={id}
        name={name}
        type={type}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error, more)}
        className={controlClass(error, `${WIDTHS[width]} ${className ?? ""}`)}
      />
    </Field>
  );
}
