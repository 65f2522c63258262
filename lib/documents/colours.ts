/** The light colours of app/globals.css: a document on paper knows no stylesheet. A test compares them. */
export const COLOURS = {
  ink: "#10203a",
  "ink-2": "#3c4a61",
  paper: "#ffffff",
  wash: "#f4f6fa",
  line: "#ccd4e0",
  navy: "#10203a",
  "on-navy": "#ffffff",
  "on-navy-2": "#c9d3e3",
  amber: "#ffc83d",
  link: "#12408f",
} as const;
export type Colour = keyof typeof COLOURS;
