import { describe, expect, it } from "vitest";
import type { z } from "zod";
import {
  authorsSchema,
  categoriesSchema,
  navigationSchema,
  siteSchema,
} from "../../../src/content/data-schema.ts";
import { parseData } from "../../../src/content/load-data.ts";

/** What is told of a data file. */
const told = (value: unknown, schema: z.ZodType) =>
  parseData(JSON.stringify(value), "x", schema).problems.map(({ message }) => message);
const site = { title: "Site", description: "A site.", url: "https://site.example" };

describe("the language of a site", () => {
  it.each(["en", "gsw", "en-US", "en-us", "zh-Hans", "zh-Hans-CN", "es-419"])("may be %s", (language) => {
    expect(told({ ...site, language }, siteSchema)).toEqual([]);
  });

  it.each([
    `en-${"a".repeat(30)}`,
    "zh-cmn-Hans-CN-u-ca-chinese-nu-hanidec",
    "en-x-y",
    "english",
    "EN",
    "en_US",
  ])("is refused where the search or a browser could not read it: %s", (language) => {
    expect(told({ ...site, language }, siteSchema)).toEqual([
      '"language" must be a language tag such as "en"',
    ]);
  });
});

describe("the address of a site", () => {
  it.each([
    ["https://Coach.Example/", "https://coach.example"],
    ["https://coach.example:443", "https://coach.example"],
    ["http://localhost:8080", "http://localhost:8080"],
    ["https://m\u00fcnchen.example", "https://xn--mnchen-3ya.example"],
    ["https://a-b.c--d.example", "https://a-b.c--d.example"],
  ])("%s is %s to browsers and search engines", (url, origin) => {
    expect(siteSchema.parse({ ...site, url }).url).toBe(origin);
  });

  it.each([
    "https://.",
    "https://a..example",
    "https://-a.example",
    "https://a-.example",
    "https://a.example.",
  ])("is not %s", (url) => {
    expect(told({ ...site, url }, siteSchema)).toEqual([
      '"url" must be the address of a host, such as https://www.example.com',
    ]);
  });
});

describe("a text of the site's data", () => {
  const [line, paragraph, host] = ["a".repeat(201), "a".repeat(5_001), `https://${"a.".repeat(200)}com`];
  const link = { text: "Read", url: "/about/" };
  const action = { heading: "Heading", body: "Body.", ...link };
  const author = { id: "ada", name: "Ada" };

  it.each([
    ["url", 300, siteSchema, { ...site, url: host }],
    ["callToAction.heading", 200, siteSchema, { ...site, callToAction: { ...action, heading: line } }],
    ["callToAction.body", 5_000, siteSchema, { ...site, callToAction: { ...action, body: paragraph } }],
    ["1.name", 200, authorsSchema, [{ ...author, name: line }]],
    ["1.bio", 5_000, authorsSchema, [{ ...author, bio: paragraph }]],
    ["1.url", 2_000, authorsSchema, [{ ...author, url: `https://example.com/${paragraph}` }]],
    ["1.name", 200, categoriesSchema, [{ name: line }]],
    ["1.description", 5_000, categoriesSchema, [{ name: "Stories", description: paragraph }]],
    ["header.1.text", 200, navigationSchema, { header: [{ ...link, text: line }], footer: [] }],
    ["header.1.url", 2_000, navigationSchema, { header: [{ ...link, url: `/${paragraph}` }], footer: [] }],
  ])("%s has no more than %i characters", (field, most, schema, value) => {
    expect(told(value, schema)[0]).toBe(`"${field}" must be at most ${most} characters`);
  });
});

describe("the settings of uniqueness", () => {
  const WARN_ABOVE_LIMIT =
    '"uniqueness.warn" must not be above the limit, or there is never a warning; where they are not given, warn is 0.35 and limit 0.5';

  it.each([
    [{ warn: 0.9, limit: 0.5 }, WARN_ABOVE_LIMIT],
    [{ warn: 0.6 }, WARN_ABOVE_LIMIT],
    [{ limit: 0.3 }, WARN_ABOVE_LIMIT],
    [{ consequence: "Error" }, '"uniqueness.consequence" must be "error" or "canonical"'],
    [{ minRoleWords: 1e9 }, '"uniqueness.minRoleWords" must be at most 10000'],
  ])("are refused when they mean nothing: %j", (uniqueness, message) => {
    expect(told({ ...site, uniqueness }, siteSchema)).toEqual([message]);
  });
});

describe("what makes an address", () => {
  it("is refused when no folder can have its name: an author's id", () => {
    const named = (id: string) => told([{ id, name: "A" }], authorsSchema);
    expect(named("a".repeat(120))).toEqual([]);
    expect(named("a".repeat(300))).toEqual(['"1.id" makes an address that has a part longer than 120 bytes']);
    expect(named("con")).toEqual(['"1.id" makes an address that holds a name that Windows reserves']);
  });

  it("is refused when no folder can have its name: a category's name, which grows when it is put into ASCII", () => {
    const named = (name: string) => told([{ name }], categoriesSchema);
    const long = '"1.name" makes an address that has a part longer than 120 bytes';
    expect(named("щ".repeat(20))).toEqual([]);
    expect(named("щ".repeat(100))).toEqual([long]);
    expect(named("a".repeat(200))).toEqual([long]);
    expect(named("!")).toEqual(['"1.name" has no letter or digit for an address']);
  });
});
