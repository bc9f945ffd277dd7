import slugify from "@sindresorhus/slugify";

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII as a whole
const ASCII = /^[\x00-\x7f]*$/;

/**
 * A URL segment or heading id for a text: lower case, words joined by hyphens.
 * Plain ASCII takes a fast path (a site has a hundred headings for each ten articles); the rest is transliterated.
 * @returns the slug; empty when the text holds no letter or digit that can be written in ASCII
 */
export function slug(text: string): string {
  if (!ASCII.test(text)) return slugify(text, { decamelize: false });
  return text
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
