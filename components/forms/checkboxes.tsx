import type { ComponentProps, ReactNode } from "react";
import { Choice, type ChoiceOption } from "@/components/forms/choice";
import { FieldError, type FieldProps, fieldFrame } from "@/components/forms/field";
import { Fieldset } from "@/components/forms/fieldset";

type InputProps = Omit<
  ComponentProps<"input">,
  "id" | "name" | "type" | "value" | "defaultValue" | "defaultChecked"
>;

export type CheckboxesProps = Omit<FieldProps, "label"> &
  InputProps & {
    legend: ReactNode;
    options: ChoiceOption[];
    /** The values that are ticked to begin with. */
    defaultValue?: readonly string[] | undefined;
    big?: boolean | undefined;
  };

/** Any number of answers. The first box has the field's own id. */
export function Checkboxes(props: CheckboxesProps) {
  const { name, legend, hint, error, optional, large, id = name, ...rest } = props;
  const { options, defaultValue, big, ...input } = rest;
  return (
    <Fieldset id={id} legend={legend} hint={hint} error={error} optional={optional} large={large}>
      {options.map((option, index) => (
        <Choice
          {...input}
          key={option.value}
          type="checkbox"
          id={index === 0 ? id : `${id}-${index + 1}`}
          name={name}
          value={option.value}
          label={option.label}
          hint={option.hint}
          disabled={option.disabled}
          defaultChecked={defaultValue?.includes(option.value)}
          big={big}
        />
      ))}
    </Fieldset>
  );
}

export type CheckboxProps = Omit<FieldProps, "optional" | "large"> &
  InputProps & {
    /** What is sent when it is ticked; "on" by default. */
    value?: string | undefined;
    defaultChecked?: boolean | undefined;
  };

/** One box that is a question of its own. */
export function Checkbox({ name, label, hint, error, id = name, ...input }: CheckboxProps) {
  return (
    <div className={fieldFrame(error)}>
      <FieldError id={id} error={error} />
      <Choice
        {...input}
        type="checkbox"
        id={id}
        name={name}
        label={label}
        hint={hint}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
    </div>
  );
}
