import type { ComponentProps } from "react";
import { controlClass, describedBy, Field, type FieldProps } from "@/components/forms/field";

type TextAreaProps = FieldProps & Omit<ComponentProps<"textarea">, "id" | "name">;

/** Several lines of a list. Never for a story: the portal holds none. */
export function TextArea(props: TextAreaProps) {
  const { name, label, hint, error, optional, large, id = name, rows = 10, ...rest } = props;
  const { className, "aria-describedby": more, ...input } = rest;
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} large={large}>
      <textarea
        {...input}
        id={id}
        name={name}
        rows={rows}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error, more)}
        className={controlClass(error, `w-full ${className ?? ""}`)}
      />
    </Field>
  );
}
