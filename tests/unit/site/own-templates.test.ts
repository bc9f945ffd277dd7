import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTemplate } from "../../../src/site/own-templates.ts";
import { temporaryFolder } from "../../support/fixture.ts";

const folder = temporaryFolder();

function read(path: string, frontMatter: string) {
  const absolute = join(folder, path.replaceAll("/", "_"));
  writeFileSync(absolute, `---\n${frontMatter}\n---\nText\n`);
  const { url, listed } = readTemplate({ path, absolute });
  return { url, listed };
}

describe("the address of a publisher's own template", () => {
  it.each([
    ["letters.njk", "title: x", "/letters/", true],
    ["index.njk", "title: x", "/", true],
    ["deep/index.html", "title: x", "/deep/", true],
    ["letters.njk", "permalink: /post/", "/post/", true],
    ["letters.njk", "permalink: post/index.html", "/post/", true],
    ["letters.njk", "permalink: /letters.html", "/letters.html", true],
    ["data.njk", "permalink: /data.json", "/data.json", false],
    ["404.njk", "permalink: /404.html", "/404.html", false],
    ["secret.njk", "noindex: true", "/secret/", false],
    ["secret.njk", "eleventyExcludeFromCollections: true", "/secret/", false],
  ])("%s with %s is %s, listed: %s", (path, frontMatter, url, listed) => {
    expect(read(path, frontMatter)).toEqual({ url, listed });
  });

  it("is none when it writes nothing, and not listed when it is made up while rendering", () => {
    expect(read("partial.njk", "permalink: false")).toEqual({ url: undefined, listed: false });
    expect(read("tags.njk", 'permalink: "/tags/{{ tag }}/"')).toMatchObject({ listed: false });
    expect(read("tags.njk", 'eleventyComputed: {permalink: "/tags/{{ tag }}/"}')).toMatchObject({
      listed: false,
    });
  });
});
