import { z } from "zod";
import { idOf, linkOf, shown, webAddressOf } from "./fields.ts";
import { authorFault, categoryFault, categoryKeys } from "./site-path.ts";

const text = shown(z.string().trim().min(1));
/** What stands in one line, in a paragraph, and in a link: far more than anybody writes there, for it is on every page. */
const line = text.max(200);
const paragraph = text.max(5_000);
const address = text.max(2_000);
/** That of a host, whose name has no more than 253 characters (RFC 1035), with a port. */
const hostAddress = text.max(300);
const link = z.strictObject({ text: line, url: linkOf(address) });

/** Names between dots that neither begin nor end with a hyphen, and a port. */
const HOST = /^https?:\/\/[\p{L}\p{N}_](?:[\p{L}\p{N}_]|-+[\p{L}\p{N}_]|\.[\p{L}\p{N}_])*(?::\d+)?\/?$/u;

const DEFAULT_WARN = 0.35;
const DEFAULT_LIMIT = 0.5;

/** `_data/site.json`: what the publisher decides once for the whole site. */
export const siteSchema = z.strictObject({
  title: text.max(80),
  description: text.max(300),
  /** The address that the site is published at: the root of a host, for every URL on the page begins with "/". */
  url: hostAddress
    .refine((url) => HOST.test(url) && URL.canParse(url), {
      error: "must be the address of a host, such as https://www.example.com",
    })
    // As browsers and search engines write it: in lower case and ASCII.
    .transform((url) => new URL(url).origin),
  /** @default "en" */
  language: text
    .regex(/^[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?$/, {
      error: 'must be a language tag such as "en"',
    })
    .default("en"),
  /** One line below the site's name on the home page. */
  tagline: text.max(160).optional(),
  /** Articles on one page of a list. @default 24 */
  pageSize: z.int().min(1).max(200).default(24),
  /** Articles in each feed. @default 20 */
  feedSize: z.int().min(1).max(500).default(20),
  /** Whether raw HTML in Markdown is passed through. @default false */
  rawHtml: z.boolean().default(false),
  /** Shown below each article and guide that has no call to action of its own. */
  callToAction: link.extend({ heading: line, body: paragraph }).optional(),
  /** When generated guides of one topic are too much alike, and what then happens. */
  uniqueness: z
    .strictObject({
      /** Containment of masked 5-word shingles from which a warning is given. @default 0.35 */
      warn: z.number().min(0).max(1).default(DEFAULT_WARN),
      /** Containment above which a guide gets no page of its own. @default 0.5 */
      limit: z.number().min(0).max(1).default(DEFAULT_LIMIT),
      /** Above the limit: stop the build, or publish with the canonical at the topic's base guide. @default "error" */
      consequence: z
        .enum(["error", "canonical"], { error: 'must be "error" or "canonical"' })
        .default("error"),
      /** Words that a guide needs from blocks its role owns. @default 250 */
      minRoleWords: z.int().min(0).max(10_000).default(250),
    })
    .refine(({ warn, limit }) => warn <= limit, {
      error: `must not be above the limit, or there is never a warning; where they are not given, warn is ${DEFAULT_WARN} and limit ${DEFAULT_LIMIT}`,
      path: ["warn"],
    })
    .prefault({}),
});

const author = z.strictObject({
  id: idOf(text).refine((one) => !authorFault(one), { error: ({ input }) => authorFault(String(input)) }),
  name: line,
  bio: paragraph.optional(),
  /** An organization or team rather than a person. @default false */
  organization: z.boolean().default(false),
  /** Where the author is at home on the web: linked from the author's page, and told to search engines. */
  url: webAddressOf(address).optional(),
});

/** `_data/authors.json`: the bylines. */
export const authorsSchema = z
  .array(author)
  .superRefine(unique("id", (one) => [one.id]))
  .superRefine(unique("name", (one) => [one.name]));

/** `_data/categories.json`: categories with a description of their own; others are made from the posts. */
export const categoriesSchema = z
  .array(
    z.strictObject({
      name: line.refine((name) => !categoryFault(name), {
        error: ({ input }) => categoryFault(String(input)),
      }),
      description: paragraph.optional(),
    }),
  )
  .superRefine(unique("name", ({ name }) => categoryKeys(name)));

/** `_data/navigation.json`: the links of the header, of the footer, and what to read the night before an interview. */
export const navigationSchema = z.strictObject({
  header: z.array(link),
  footer: z.array(link),
  tonight: z.array(link).default([]),
});

export type Site = z.infer<typeof siteSchema>;
export type Author = z.infer<typeof authorsSchema>[number];
export type Category = z.infer<typeof categoriesSchema>[number];
export type Navigation = z.infer<typeof navigationSchema>;

/** Reports each item of a list that has a key of an item before it. */
function unique<T>(field: string, keysOf: (item: T) => string[]) {
  return (items: readonly T[], context: z.RefinementCtx): void => {
    const first = new Map<string, number>();
    for (const [index, item] of items.entries()) {
      const keys = keysOf(item);
      const before = keys.map((key) => first.get(key)).find((at) => at !== undefined);
      for (const key of keys) if (before === undefined) first.set(key, index);
      if (before !== undefined)
        context.addIssue({
          code: "custom",
          path: [index, field],
          message: `is also that of item ${before + 1}`,
        });
    }
  };
}
