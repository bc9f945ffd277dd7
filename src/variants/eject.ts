import { createHash } from "node:crypto";
import { stringify } from "yaml";
import type { LocateField } from "../content/locate-yaml.ts";
import { type Fault, type Problem, warning } from "../content/problem.ts";
import type { GeneratedGuide } from "./compose.ts";
import type { Pack } from "./model.ts";
import { appliesTo, idsOf } from "./scope.ts";

/**
 * The state of what a reader of the guide would see, as a short text: it changes when the templates change the guide.
 */
export function guideHash(guide: GeneratedGuide): string {
  const { title, description, imageAlt } = guide.data;
  return createHash("sha256")
    .update(JSON.stringify([title, description, imageAlt, guide.body]))
    .digest("hex")
    .slice(0, 16);
}

/**
 * A guide as an ordinary post. Its permalink is the guide's, so that it takes the guide's place; what the site derives
 * (reading time, dates as shown, the canonical address of a guide that is too much like another) is left out, so that
 * it stays true when the post is edited.
 * @returns the post's path in the site and its text
 */
export function ejectGuide(guide: GeneratedGuide): { file: string; text: string } {
  return {
    file: `content/blog/${idsOf(guide.key).join("-")}.md`,
    text: articleText(guide, { guide: guide.url, hash: guideHash(guide) }),
  };
}

/** A guide as an article file: front matter and Markdown. */
export function articleText(guide: GeneratedGuide, ejectedFrom?: { guide: string; hash: string }): string {
  const {
    readTime: _read,
    publishDate: _date,
    featured: _featured,
    canonical: _canonical,
    ...fields
  } = guide.data;
  const data = ejectedFrom === undefined ? guide.data : { ...fields, ejectedFrom };
  return `---\n${stringify(data, { lineWidth: 0, schema: "core" })}---\n\n${guide.body}`;
}

/** A post of the site, as far as ejection is concerned. */
export interface EjectedPost {
  file: string;
  ejectedFrom?: { guide: string; hash: string };
}

/**
 * Posts that were made from guides whose templates have changed since, or that are no longer published: as far as that is
 * known, for templates with faults make other guides than they will, or none.
 * @param locate where a field of a post stands
 */
export function checkEjected(
  posts: readonly EjectedPost[],
  guides: readonly GeneratedGuide[],
  pack: Pick<Pack, "gaps" | "unread">,
  locate: LocateField,
): Problem[] {
  return posts.flatMap(({ file, ejectedFrom }): Problem[] => {
    const fault = ejectedFrom && ejectionFault(ejectedFrom, guides, pack);
    return fault ? [{ file, ...locate(file, ["ejectedFrom"]), ...fault }] : [];
  });
}

function ejectionFault(
  { guide: url, hash }: NonNullable<EjectedPost["ejectedFrom"]>,
  guides: readonly GeneratedGuide[],
  { gaps, unread }: Pick<Pack, "gaps" | "unread">,
): Fault | undefined {
  const guide = guides.find((one) => one.url === url);
  if (guide === undefined) {
    if (gaps.size > 0) return undefined;
    const message = `the guide ${url} that this was made from is no longer published`;
    return warning("ejected-unpublished", message, "Take the field ejectedFrom out.");
  }
  const now = guideHash(guide);
  if (now === hash || unread.some((scope) => appliesTo(scope, guide.key))) return undefined;
  const message = `the templates of ${url} have changed since this was made from them`;
  const hint = `See what is new with: npm run variants -- preview ${url} Then set the hash to ${now}.`;
  return warning("ejected-outdated", message, hint);
}
