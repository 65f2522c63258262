import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

/** What every field takes besides the attributes of its input. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Adds "(optional)" to the label; fields are asked for unless they say so. */
  optional?: boolean | undefined;
  /** Defaults to the name, which is what the error summary links to. */
  id?: string | undefined;
  /** The label is the question of the page: larger. */
  large?: boolean | undefined;
};

/** The ids of the hint and the error of a field, for aria-describedby. */
export function describedBy(
  id: string,
  hint: ReactNode,
  error: string | undefined,
  more?: string | undefined,
): string | undefined {
  return classNames(hint ? `${id}-hint` : null, error ? `${id}-error` : null, more) || undefined;
}

export function FieldHint({ id, hint }: { id: string; hint: ReactNode }) {
  if (!hint) return null;
  return (
    <div id={`${id}-hint`} className="mb-2 max-w-read text-base text-ink-2">
      {hint}
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="mb-1.5 font-semibold text-red">
      <span className="sr-only">Error: </span>
      {error}
    </p>
  );
}

/** The frame around a field that has gone wrong, and the gap below any field. */
export function fieldFrame(error: string | undefined): string {
  return classNames("mb-6", error && "border-red border-l-4 pl-3.5");
}

/** The look of a box one types in. */
export function controlClass(error: string | undefined, className?: string | undefined): string {
  return classNames(
    "min-h-11 max-w-full rounded-md border-2 bg-paper px-2.5 py-2 text-ink",
    error ? "border-red" : "border-edge",
    className,
  );
}

type FrameProps = Pick<FieldProps, "label" | "hint" | "error" | "optional" | "large"> & {
  id: string;
  children: ReactNode;
};

/** Label, hint, error and input, in that order. */
export function Field({ id, label, hint, error, optional, large, children }: FrameProps) {
  return (
    <div className={fieldFrame(error)}>
      <label
        htmlFor={id}
        className={classNames("mb-1 block font-semibold", large && "text-xl leading-snug")}
      >
        {label}
        {optional ? <span className="font-normal"> (optional)</span> : null}
      </label>
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      {children}
    </div>
  );
}
