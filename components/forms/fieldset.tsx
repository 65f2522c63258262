import type { ReactNode } from "react";
import {
  describedBy,
  FieldError,
  FieldHint,
  type FieldProps,
  fieldFrame,
} from "@/components/forms/field";
import { classNames } from "@/components/ui/class-names";

export type FieldsetProps = Pick<FieldProps, "hint" | "error" | "optional" | "large"> & {
  id: string;
  legend: ReactNode;
  children: ReactNode;
};

/** A group of inputs that answer one question. */
export function Fieldset({ id, legend, hint, error, optional, large, children }: FieldsetProps) {
  return (
    <div className={fieldFrame(error)}>
      <fieldset aria-describedby={describedBy(id, hint, error)}>
        <legend className={classNames("mb-1 font-semibold", large && "text-xl leading-snug")}>
          {legend}
          {optional ? <span className="font-normal"> (optional)</span> : null}
        </legend>
        <FieldHint id={id} hint={hint} />
        <FieldError id={id} error={error} />
        {children}
      </fieldset>
    </div>
  );
}
