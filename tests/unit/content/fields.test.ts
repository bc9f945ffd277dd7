import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { frontMatterSchema } from "../../../src/content/article-schema.ts";
import { authorsSchema, navigationSchema, siteSchema } from "../../../src/content/data-schema.ts";
import { roleSchema, topicSchema } from "../../../src/variants/schemas/templates.ts";

/** What a schema says of the field at a path, when all that is known of the file is that field. */
function said(schema: z.ZodType, path: readonly (string | number)[], value: unknown): string | undefined {
  const data = path.reduceRight<unknown>(
    (inner, key) => (typeof key === "number" ? [inner] : { [key]: inner }),
    value,
  );
  const issues = schema.safeParse(data).error?.issues ?? [];
  return issues.find((issue) => issue.path.join(".") === path.join("."))?.message;
}

describe("a link", () => {
  const everywhere = (url: string) => [
    said(frontMatterSchema, ["canonical"], url),
    said(navigationSchema, ["header", 0, "url"], url),
    said(siteSchema, ["callToAction", "url"], url),
    said(topicSchema, ["callToAction", "url"], url),
  ];

  it.each(["/", "/about/", "/a/?b=c#d", "https://www.example.com", "http://x.example/a?b#c"])(
    "may be %s in every file",
    (url) => {
      expect(everywhere(url)).toEqual(Array(4).fill(undefined));
    },
  );

  it.each([
    "//other.example/x",
    "/a b",
    "/\\other.example",
    "/a/../b/",
    "about/",
    "https://[",
    "https://",
    "https://a.example/b c",
    "javascript:x",
  ])("is refused in every file: %s", (url) => {
    const told =
      "must be a path such as /about/ or a web address such as https://www.example.com, without spaces";
    expect(everywhere(url)).toEqual(Array(4).fill(told));
  });
});

describe("a text", () => {
  const everywhere = (text: string) => [
    said(frontMatterSchema, ["title"], text),
    said(siteSchema, ["title"], text),
    said(authorsSchema, [0, "name"], text),
    said(topicSchema, ["tagline"], text),
    said(roleSchema, ["vocabulary", 0], text),
  ];

  it.each(["\u202ex", "a\u0000", "\ud800"])("that hides something is refused in every file: %j", (text) => {
    expect(everywhere(text)).toEqual(Array(5).fill("holds a hidden character"));
  });

  it.each(["\u200b", "\u00ad\u200d"])("that shows nothing is refused in every file: %j", (text) => {
    expect(everywhere(text)).toEqual(Array(5).fill("shows nothing to a reader"));
  });
});

describe("an id", () => {
  it.each(["A", "a_b", "-a", "a--b", "é"])("is refused in every file: %s", (id) => {
    const told = "must be an id: lower-case letters, digits and hyphens";
    expect([
      said(frontMatterSchema, ["role"], id),
      said(authorsSchema, [0, "id"], id),
      said(topicSchema, ["defaultFormat"], id),
    ]).toEqual([told, told, told]);
  });
});

describe("the path of a picture", () => {
  it.each(["//x.example/a.jpg", "/a\\b.jpg", "/../a.jpg", "/%2e%2e/a.jpg", "a.jpg"])(
    "is refused in every file: %s",
    (path) => {
      const told = 'must be a path within the site that starts with "/", without "." or ".." as a part';
      expect([
        said(frontMatterSchema, ["featuredImage"], path),
        said(topicSchema, ["featuredImage"], path),
      ]).toEqual([told, told]);
    },
  );

  it("may have a space in it, as names of files do", () => {
    expect(said(frontMatterSchema, ["featuredImage"], "/a b.jpg")).toBeUndefined();
    expect(said(topicSchema, ["featuredImage"], "/a b.jpg")).toBeUndefined();
  });
});

describe("a day", () => {
  it.each(["2026-02-30", "9 February 2026"])("is refused in every file: %s", (day) => {
    const told = "is not a day that exists, written as YYYY-MM-DD";
    expect([
      said(frontMatterSchema, ["publishDateISO"], day),
      said(frontMatterSchema, ["date"], day),
      said(topicSchema, ["publishDateISO"], day),
    ]).toEqual([told, told, told]);
  });
});
