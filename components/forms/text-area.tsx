import type { ComponentProps } from "react";
import { controlClass, describedBy, Field, type FieldProps } from "@/components/forms/field";

export type TextAreaProps = FieldProps & Omit<ComponentProps<"textarea">, "id" | "name">;

/** Several lines. Where it stands, the hint says what must not be written. */
export function TextArea(props: TextAreaProps) {
  const {
    name,
    label,
    hint,
    error,
    optional,
    large,
    id = name,
    rows = 4,
    className,
    ...rest
  } = props;
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} large={large}>
      <textarea
        {...rest}
        id={id}
        name={name}
        rows={rows}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        className={controlClass(error, `block w-full max-w-read ${className ?? ""}`)}
      />
    </Field>
  );
}
