/** Fields of other generators, plugins, editors and exports, and what to write instead. */
const FOREIGN: readonly (readonly [names: string, hint: string])[] = [
  ["category", 'Write it as "categories".'],
  [
    "image images cover coverimage thumbnail heroimage banner",
    'Write the path of the picture as "featuredImage", and what it shows as "imageAlt".',
  ],
  ["alt", 'Write it as "imageAlt".'],
  ["lastmod modified datemodified lastmodified lastmodifiedat updated", 'Write the day as "updatedDateISO".'],
  ["created pubdate datepublished", 'Write the day as "publishDateISO".'],
  ["aliases alias", 'Write old addresses of the page as "redirectFrom", or leave it out.'],
  ["slug url", 'Write the whole address, such as /blog/my-post/, as "permalink", or rename the file.'],
  ["excerpt summary", 'Write it as "description".'],
  ["eleventynavigation", "Leave it out: _data/navigation.json holds the links of every page."],
  [
    "eleventyexcludefromcollections",
    'Leave it out: "draft: true" keeps a text from all readers, "noindex: true" from search engines.',
  ],
  ["toc tableofcontents", "Leave it out: a table of contents is made from the headings."],
];

const HINTS: ReadonlyMap<string, string> = new Map(
  FOREIGN.flatMap(([names, hint]) => names.split(" ").map((name): [string, string] => [name, hint])),
);

/** What a field of another generator's is written as here, if it is a known one. */
export function foreignFieldHint(name: string): string | undefined {
  return HINTS.get(name.toLowerCase().replace(/[-_ ]/g, ""));
}

/** Fields that say whether a text is published: `published` in Jekyll and Hexo, `publish` in Obsidian, `status` in exports. */
const STATES: ReadonlySet<string> = new Set(["published", "publish", "status"]);
/** "off" and "n" are no booleans here, but are where such fields come from. */
const HELD_BACK: ReadonlySet<unknown> = new Set([
  false,
  0,
  ..."false no n off 0 draft auto-draft unpublished pending private hidden unlisted future scheduled archived trash".split(
    " ",
  ),
]);

/**
 * What a field says of whether its text is published, in the words of other generators.
 * @returns undefined for a field that says nothing of it
 */
export function foreignState(name: string, value: unknown): "published" | "held back" | undefined {
  if (!STATES.has(name.toLowerCase())) return undefined;
  return HELD_BACK.has(typeof value === "string" ? value.toLowerCase() : value) ? "held back" : "published";
}
