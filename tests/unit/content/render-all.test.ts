import { describe, expect, it } from "vitest";
import { createMarkdown } from "../../../src/content/markdown/markdown.ts";
import { beginRendering } from "../../../src/content/markdown/render-all.ts";

describe("many texts", () => {
  const bodies = Array.from(
    { length: 700 },
    (_, index) => `## Part ${index}\n\n- [ ] Read <b>${index}</b>.[^1]\n\n[^1]: A note.\n`,
  );

  it.each([{ rawHtml: false }, { rawHtml: true }])(
    "come to the same on two threads as one after the other, with %o",
    (options) => {
      const rendering = beginRendering(bodies, options);
      expect(rendering.finish()).toEqual(bodies.map(createMarkdown(options)));
      rendering.stop();
    },
  );
});
