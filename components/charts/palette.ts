/** The light colours of app/globals.css: a file on its own knows no stylesheet. A test compares them. */
export const PALETTE = {
  ink: "#10203a",
  "ink-2": "#3c4a61",
  paper: "#ffffff",
  line: "#ccd4e0",
  prepare: "#5a3ea6",
  prevent: "#15509c",
  protect: "#0a5d58",
  pursue: "#8f370c",
  s0: "#f3e3dc",
  s1: "#e3e6ef",
  s2: "#b9cae6",
  s3: "#8dafdd",
  s4: "#164f99",
  "on-tile": "#10203a",
  "on-s4": "#ffffff",
} as const;

/** What an SVG file of ours begins with: no script, no link, and the portal's own letters where they are. */
export const SVG_OPENING = '<?xml version="1.0" encoding="UTF-8"?>';
export const SVG_FONT = `font-family="'Atkinson Hyperlegible Next', system-ui, sans-serif"`;
