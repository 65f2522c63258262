import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markup } from "./markup";

describe("markup", () => {
  it("escapes what came from elsewhere and keeps what it made itself", () => {
    const inner = markup`<b>${"Fox & Hounds <script>"}</b>`;
    expect(markup`<p title="${'"x"'}">${inner}</p>`.text).toBe(
      '<p title="&quot;x&quot;"><b>Fox &amp; Hounds &lt;script&gt;</b></p>',
    );
  });

  it("writes lists one after the other, numbers to two places, and nothing for what is not there", () => {
    expect(markup`${[1, 2.3456, null, false, undefined]}`.text).toBe("12.35");
  });

  it("lets no text open a tag or leave an attribute", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(markup`${text}`.text).not.toMatch(/[<>"']/);
      }),
    );
  });
});
