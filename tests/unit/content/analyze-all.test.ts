import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/content/analyze.ts";
import { analyzeAll } from "../../../src/content/analyze-all.ts";
import { createMarkdown } from "../../../src/content/markdown/markdown.ts";
import { post } from "../../support/fixture.ts";

describe("many files", () => {
  const files = Array.from({ length: 1_500 }, (_, index) => ({
    path: `blog/post-${index}.md`,
    bytes: Buffer.from(
      index % 7 === 0 ? "---\ntitle: [\n---\n" : post({ title: `Post ${index}` }, `Text ${index}.\n`),
    ),
  }));

  it("come to the same on two threads as one after the other, in their order", () => {
    const markdown = createMarkdown();
    const expected = files.map(({ path, bytes }) => analyze(path, bytes, markdown));
    expect(analyzeAll(files, {})).toEqual(expected);
  });
});
