const BEGINS_A_BLOCK = /^\s*([-*+]|\d+[.)])\s|^#{1,6}\s|^>|^\{\{|^```|^\|/;
const ENDS_A_BLOCK = /^$|^#{1,6}\s|^\{\{| {2}$|\\$/;

/**
 * Markdown with every paragraph and item of a list on one line, as a text box wraps it: files break
 * their lines at a width of their own, which says nothing.
 */
export function unwrap(markdown: string): string {
  const lines: string[] = [];
  for (const line of markdown.split("\n")) {
    const last = lines.at(-1) ?? "";
    const goesOn = line.trim() !== "" && !BEGINS_A_BLOCK.test(line) && !ENDS_A_BLOCK.test(last);
    if (goesOn) lines[lines.length - 1] = `${last} ${line.trim()}`;
    else lines.push(line.trim() === "" ? "" : line);
  }
  return lines.join("\n");
}
