/** A part of a letter; the same parts make the plain text and the HTML. */
export type Part =
  | { text: string }
  | { heading: string }
  | { list: readonly string[] }
  | { link: { label: string; href: string } };

export interface Letter {
  subject: string;
  text: string;
  html: string;
  /** Where its reader stops letters of its kind; none on what somebody asked for. */
  stopHref?: string;
}

const CALL: readonly Part[] = [
  {
    text: "Worried about a child now? Call 999 in an emergency. Otherwise call 101 and quote Operation Make Safe. With Relay UK, call 18001 999 or 18001 101. In British Sign Language, use 999 BSL.",
  },
];

/** A letter in plain text and in simple HTML, with the call card at its foot. */
export function writeLetter(subject: string, parts: readonly Part[]): Letter {
  const whole = [...parts, ...CALL];
  return {
    subject,
    text: `${whole.map(asText).join("\n\n")}\n`,
    html: [
      "<!doctype html>",
      `<html lang="en-GB"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
      `<body>${whole.map(asHtml).join("\n")}</body></html>`,
    ].join("\n"),
  };
}

function asText(part: Part): string {
  if ("text" in part) return part.text;
  if ("heading" in part) return part.heading;
  if ("list" in part) return part.list.map((item) => `- ${item}`).join("\n");
  return `${part.link.label}:\n${part.link.href}`;
}

function asHtml(part: Part): string {
  if ("text" in part) return `<p>${escapeHtml(part.text)}</p>`;
  if ("heading" in part) return `<h2>${escapeHtml(part.heading)}</h2>`;
  if ("list" in part) {
    return `<ul>${part.list.map((item) => `<li>${escapeHtml(item)}</li>`).join("")}</ul>`;
  }
  const href = escapeHtml(part.link.href);
  return `<p><a href="${href}">${escapeHtml(part.link.label)}</a></p><p>${href}</p>`;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
