import { describe, expect, it } from "vitest";
import { checkWhole } from "../../../src/site/check-whole.ts";
import { searchView } from "../../../src/site/entry-views.ts";
import { NO_GUIDES } from "../../../src/site/guides.ts";
import { modelOf } from "../../support/model.ts";

/** The problems of a site of so many pages that has a file of this name in content/. */
function problemsWith(path: string, pages: number) {
  const model = modelOf([], {}, { assets: [{ path, absolute: `/${path}` }] });
  const view = searchView(model);
  const nowhere = () => ({ line: 1, column: 1 });
  const { problems } = checkWhole({
    model,
    ownNames: NO_GUIDES,
    lists: Array.from({ length: pages }, (_, index) => ({ ...view, url: `/p${index}/` })),
    loaded: [],
    unpublished: [],
    meant: [],
    gaps: new Set(),
    ownData: new Set(),
    layouts: [],
    locate: nowhere,
  });
  return problems.map(({ file, message, rule }) => `${file}: ${message} (${rule})`);
}

describe("a publisher's own file with the name of a part of the sitemap", () => {
  it("is refused where the sitemap has parts, and published where it has none", () => {
    expect(problemsWith("sitemap-2.xml", 50_001)).toEqual([
      "content/sitemap-2.xml: /sitemap-2.xml is also the address of a file that the build writes (duplicate-url)",
    ]);
    expect(problemsWith("sitemap-3.xml", 50_001)).toEqual([]);
    expect(problemsWith("sitemap-2.xml", 50_000)).toEqual([]);
  });
});
