import type { ComponentProps } from "react";
import type { Markup } from "@/lib/markup";

type DrawingProps = Omit<ComponentProps<"svg">, "children"> & { content: Markup };

/**
 * A picture written as text: hundreds of marks as elements cost a page more than all its words, and
 * the same text is served as a file. `Markup` has escaped what is in it.
 */
export function Drawing({ content, ...props }: DrawingProps) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: lib/markup escapes every value.
  return <svg {...props} dangerouslySetInnerHTML={{ __html: content.text }} />;
}

/** The head and body of a table of figures, written the same way. */
export function FiguresMarkup({ content, ...props }: { content: Markup; className: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: lib/markup escapes every value.
  return <table {...props} dangerouslySetInnerHTML={{ __html: content.text }} />;
}
