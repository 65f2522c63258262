import { Drawing } from "@/components/charts/drawing";
import { type Markup, markup } from "@/lib/markup";

export type Aim = "prepare" | "prevent" | "protect" | "pursue";

export type AimStyle = { fill: string; text: string; border: string; shape: Markup };

/** Each aim has a colour and a shape of its own, so that the colour is never the only sign. */
export const AIM_STYLES: Record<Aim, AimStyle> = {
  prepare: {
    fill: "fill-prepare",
    text: "text-prepare",
    border: "border-t-prepare",
    shape: markup`<circle cx="9" cy="9" r="8" />`,
  },
  prevent: {
    fill: "fill-prevent",
    text: "text-prevent",
    border: "border-t-prevent",
    shape: markup`<path d="M9 1 17.500 16.500H.5z" />`,
  },
  protect: {
    fill: "fill-protect",
    text: "text-protect",
    border: "border-t-protect",
    shape: markup`<rect x="1.500" y="1.500" width="15" height="15" rx="3" />`,
  },
  pursue: {
    fill: "fill-pursue",
    text: "text-pursue",
    border: "border-t-pursue",
    shape: markup`<path d="M9 0l9 9-9 9-9-9z" />`,
  },
};

export function AimShape({ aim }: { aim: Aim }) {
  return (
    <Drawing
      width="18"
      height="18"
      viewBox="0 0 18 18"
      aria-hidden="true"
      className={`mark-fill flex-none ${AIM_STYLES[aim].fill}`}
      content={AIM_STYLES[aim].shape}
    />
  );
}
