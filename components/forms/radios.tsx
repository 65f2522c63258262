import type { ComponentProps, ReactNode } from "react";
import { Choice, type ChoiceOption } from "@/components/forms/choice";
import type { FieldProps } from "@/components/forms/field";
import { Fieldset } from "@/components/forms/fieldset";

export type RadiosProps = Omit<FieldProps, "label"> &
  Omit<ComponentProps<"input">, "id" | "name" | "type" | "value" | "defaultValue"> & {
    legend: ReactNode;
    options: ChoiceOption[];
    defaultValue?: string | undefined;
    big?: boolean | undefined;
    /** Side by side, for two or three short answers. */
    inline?: boolean | undefined;
  };

/** One answer of several. The first radio has the field's own id. */
export function Radios(props: RadiosProps) {
  const { name, legend, hint, error, optional, large, id = name, ...rest } = props;
  const { options, defaultValue, big, inline, ...input } = rest;
  return (
    <Fieldset id={id} legend={legend} hint={hint} error={error} optional={optional} large={large}>
      <div className={inline ? "flex flex-wrap gap-x-8" : undefined}>
        {options.map((option, index) => (
          <Choice
            {...input}
            key={option.value}
            type="radio"
            id={index === 0 ? id : `${id}-${index + 1}`}
            name={name}
            value={option.value}
            label={option.label}
            hint={option.hint}
            disabled={option.disabled}
            defaultChecked={defaultValue === undefined ? undefined : option.value === defaultValue}
            big={big}
          />
        ))}
      </div>
    </Fieldset>
  );
}
