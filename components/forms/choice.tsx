import type { ComponentProps, ReactNode } from "react";
import { describedBy } from "@/components/forms/field";
import { classNames } from "@/components/ui/class-names";

export type ChoiceOption = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
};

type ChoiceProps = Omit<ComponentProps<"input">, "type"> & {
  type: "radio" | "checkbox";
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  /** A whole card to press, as on the learning pages. */
  big?: boolean | undefined;
};

/** One radio button or checkbox with its words, at least 44 px to press. */
export function Choice({ label, hint, big, className, ...rest }: ChoiceProps) {
  const { "aria-describedby": more, ...input } = rest;
  return (
    <div
      className={classNames(
        "relative flex gap-3",
        big
          ? "my-2 items-center rounded-lg border border-line bg-paper px-3.5 py-3 has-checked:border-link has-checked:ring-1 has-checked:ring-link"
          : "py-2.5",
        className,
      )}
    >
      <input
        {...input}
        aria-describedby={describedBy(input.id, hint, undefined, more)}
        className={classNames("size-5.5 flex-none accent-link", !big && "mt-0.5")}
      />
      <div className="min-w-0">
        <label htmlFor={input.id} className="block after:absolute after:inset-0">
          {label}
        </label>
        {hint ? (
          <p id={`${input.id}-hint`} className="text-ink-2 text-sm">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
