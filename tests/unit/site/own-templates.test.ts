import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataReader, readTemplate } from "../../../src/site/own-templates.ts";
import { temporaryFolder } from "../../support/fixture.ts";

const folder = temporaryFolder();

function read(path: string, frontMatter: string, data: Record<string, string> = {}) {
  const absolute = join(folder, path.replaceAll("/", "_"));
  writeFileSync(absolute, `---\n${frontMatter}\n---\nText\n`);
  const dataFiles = Object.entries(data).map(([name, text]) => {
    const file = join(folder, name.replaceAll("/", "_"));
    writeFileSync(file, text);
    return { path: name, absolute: file };
  });
  const { url, listed } = readTemplate({ path, absolute }, dataReader(dataFiles));
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

  it.each<[string, string, Record<string, string>, string | undefined, boolean]>([
    ["t.njk", "title: x", { "t.11tydata.json": '{"permalink": "/elsewhere/"}' }, "/elsewhere/", true],
    ["t.njk", "title: x", { "t.json": '{"permalink": false}' }, undefined, false],
    ["t.njk", "permalink: /own/", { "t.11tydata.json": '{"permalink": "/elsewhere/"}' }, "/own/", true],
    ["a/b/t.njk", "title: x", { "a/b/b.json": '{"permalink": false}' }, undefined, false],
    [
      "a/b/t.njk",
      "title: x",
      { "a/b/b.json": '{"noindex": false}', "a/a.json": '{"noindex": true}' },
      "/a/b/t/",
      true,
    ],
    ["t.njk", "title: x", { "content.json": '{"eleventyExcludeFromCollections": true}' }, "/t/", false],
    [
      "t.njk",
      "eleventyComputed: {a: b}",
      { "t.json": '{"eleventyComputed": {"permalink": "/{{ a }}/"}}' },
      "/t/",
      false,
    ],
    ["t.njk", "title: x", { "t.json": "[", "other.json": '{"noindex": true}' }, "/t/", true],
  ])("%s with %s and data %j is %s, listed: %s", (path, frontMatter, data, url, listed) => {
    expect(read(path, frontMatter, data)).toEqual({ url, listed });
  });

  it("is none when it writes nothing, and not listed when it is made up while rendering", () => {
    expect(read("partial.njk", "permalink: false")).toEqual({ url: undefined, listed: false });
    expect(read("tags.njk", 'permalink: "/tags/{{ tag }}/"')).toMatchObject({ listed: false });
    expect(read("tags.njk", 'eleventyComputed: {permalink: "/tags/{{ tag }}/"}')).toMatchObject({
      listed: false,
    });
  });
});
