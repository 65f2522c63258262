import type { ComponentProps } from "react";
import { controlClass, describedBy, Field, type FieldProps } from "@/components/forms/field";

export type SelectOption = { value: string; label: string };

export type SelectInputProps = FieldProps &
  Omit<ComponentProps<"select">, "id" | "name" | "multiple"> & {
    options: SelectOption[];
    /** A first, empty choice, such as "Choose a sector". */
    placeholder?: string | undefined;
  };

export function SelectInput(props: SelectInputProps) {
  const { name, label, hint, error, optional, large, id = name, ...rest } = props;
  const { options, placeholder, className, ...select } = rest;
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} large={large}>
      <select
        {...select}
        id={id}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        className={controlClass(error, `w-full sm:w-auto sm:min-w-64 ${className ?? ""}`)}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
