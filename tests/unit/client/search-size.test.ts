import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { buildAssets } from "../../../src/site/assets.ts";

describe("the search's own code", () => {
  test("is at most 13.5 kB to load, with its styles, and none of it is in what every page loads", async () => {
    const { files, assets } = await buildAssets({
      searchIndexes: ["/pagefind/"],
      card: { width: 1200, height: 630 },
    });
    const script = (name: string) =>
      files.find(({ path }) => path.startsWith(`assets/built/${name}-`))?.content;
    const search = script("search") ?? "";
    expect(search).toContain(".search-dialog");
    expect(gzipSync(search, { level: 9 }).length).toBeLessThan(13_500);
    expect(script("main")).not.toContain("pagefind");
    expect(assets.css).not.toContain(".search-dialog");
  });
});
