import type { FrontMatterFields } from "../content/article-schema.ts";
import { longDate } from "../lib/calendar-date.ts";
import { readingTime } from "../lib/reading-time.ts";
import type { BlockText } from "./block-text.ts";
import { type Choice, chooseBlock } from "./cascade.ts";
import type { FormatTexts, Heading } from "./format-texts.ts";
import { AXES, type Block, type GuideKey, type Pack, type Parts } from "./model.ts";
import { type FilledPattern, type PatternName, renderPattern } from "./patterns.ts";
import { guideUrl } from "./urls.ts";

/** A section of a guide and where it came from. */
export interface GuideSection {
  id: string;
  /** Absent in the opening. */
  heading?: string;
  /** Whether it was written for the guide's role. */
  roleOwned: boolean;
  file: string;
  line: number;
  /** Why that block and no other. */
  reason: string;
  /** Without the heading. */
  markdown: string;
  words: number;
}

/**
 * The front matter of a guide: that of any article. It has an `updatedDateISO` when a template changed after the guide was
 * published, and a `canonical`, the topic's base guide, when it is too much like another to be indexed.
 */
type GuideFrontMatter = FrontMatterFields &
  Required<Pick<FrontMatterFields, "publishDateISO" | "imageAlt" | "categories">>;

export interface GeneratedGuide {
  key: GuideKey;
  url: string;
  /** The file of its topic: what it stands for in problems about the guide as a whole. */
  source: string;
  data: GuideFrontMatter;
  /** Markdown with a `##` heading for each section but the opening. */
  body: string;
  sections: GuideSection[];
  words: number;
  /** Words from blocks that the guide's role owns. */
  roleWords: number;
  /** Every file that it is made from, in order of name. */
  files: string[];
}

/** A guide with what only its checks need. */
export interface Draft {
  guide: GeneratedGuide;
  parts: Parts;
  /** The text of each section, in order. */
  texts: BlockText[];
  /** The headings of its sections. */
  headings: Heading[];
  fields: Record<PatternName, FilledPattern>;
  missing: string[];
  /** The block of each section, and what it took the place of. */
  choices: Choice[];
}

/** The templates of a published combination. */
export function partsOf(key: GuideKey, pack: Pack): Parts | undefined {
  const topic = pack.topics.get(key.topic);
  const role = pack.roles.get(key.role);
  const format = pack.formats.get(key.format);
  if (!topic || !role || !format) return undefined;
  const context = pack.contexts.get(key.context ?? "");
  const level = pack.levels.get(key.level ?? "");
  return { topic, role, format, context, level };
}

interface Making {
  key: GuideKey;
  parts: Parts;
  format: FormatTexts;
  /** The blocks that apply, nearest first. */
  groups: readonly ReadonlyMap<string, Block>[];
  fill: (block: Block, parts: Parts) => BlockText;
  baseRole: string | undefined;
  author: string;
}

/** Makes one guide from its templates. */
export function composeGuide(making: Making): Draft {
  const { key, parts } = making;
  const { patterns } = making.format;
  const { sections, ...filled } = fillSections(making);
  const fields = {
    titlePattern: renderPattern(patterns.titlePattern, parts),
    descriptionPattern: renderPattern(patterns.descriptionPattern, parts),
    imageAltPattern: renderPattern(patterns.imageAltPattern, parts),
  };
  const used = templatesOf(parts);
  const words = sections.reduce((sum, section) => sum + section.words, 0);
  const url = guideUrl(key, parts.topic.data.defaultFormat, making.baseRole);
  const published = latest(used.map(({ data }) => data.publishDateISO));
  const updated = latest([
    ...used.map(({ data }) => data.updatedDateISO ?? data.publishDateISO),
    ...filled.choices.map(({ block }) => block.dateISO),
  ]);
  const { data: topic } = parts.topic;
  const data: GuideFrontMatter = {
    layout: "blog-post.njk",
    tags: ["guides"],
    title: fields.titlePattern.rendered.text,
    description: fields.descriptionPattern.rendered.text,
    author: topic.author ?? making.author,
    publishDateISO: published,
    publishDate: longDate(published),
    updatedDateISO: updated > published ? updated : undefined,
    readTime: readingTime(words),
    featured: false,
    featuredImage: topic.featuredImage,
    imageAlt: fields.imageAltPattern.rendered.text,
    categories: [...topic.categories],
    topic: key.topic,
    role: key.role,
    format: key.format,
    context: key.context,
    level: key.level,
    permalink: url,
  };
  const guide: GeneratedGuide = {
    key,
    url,
    source: parts.topic.file,
    data,
    body: `${sections.map(sectionText).join("\n\n")}\n`,
    sections,
    words,
    roleWords: sections.reduce((sum, section) => sum + (section.roleOwned ? section.words : 0), 0),
    files: [...new Set([...used, ...sections].map(({ file }) => file))].sort(),
  };
  return { guide, parts, fields, ...filled };
}

function fillSections(
  making: Making,
): Pick<Draft, "texts" | "headings" | "missing" | "choices"> & { sections: GuideSection[] } {
  const { parts, groups, fill } = making;
  const sections: GuideSection[] = [];
  const texts: BlockText[] = [];
  const headings: Heading[] = [];
  const missing: string[] = [];
  const choices: Choice[] = [];
  const ofFormat = making.format.headings(parts);
  for (const [index, { id, optional }] of parts.format.data.sections.entries()) {
    const choice = chooseBlock(id, groups);
    if (!choice) {
      if (!optional) missing.push(id);
      continue;
    }
    choices.push(choice);
    const { block, reason } = choice;
    const text = fill(block, parts);
    const section: GuideSection = {
      id,
      roleOwned: block.scope.role !== undefined,
      file: block.file,
      line: block.line,
      reason,
      markdown: text.rendered.text,
      words: text.prose.wordCount,
    };
    const heading = ofFormat[index];
    if (heading !== undefined) {
      section.heading = heading.rendered.text;
      headings.push(heading);
    }
    sections.push(section);
    texts.push(text);
  }
  return { sections, texts, headings, missing, choices };
}

function sectionText({ heading, markdown }: GuideSection): string {
  return heading === undefined ? markdown : `## ${heading}\n\n${markdown}`;
}

/** The section that a line of a guide's body stands in, and which line of the section's Markdown it is; both 1-based. */
export function sectionAt(
  { sections }: Pick<GeneratedGuide, "sections">,
  bodyLine: number,
): { section: GuideSection; line: number } | undefined {
  let next = 1;
  for (const section of sections) {
    const start = section.heading === undefined ? next : next + 2;
    const count = section.markdown.split("\n").length;
    // Its heading, too, and the blank line below it.
    if (bodyLine <= start + count) return { section, line: Math.max(1, bodyLine - start + 1) };
    next = start + count + 1;
  }
  return undefined;
}

function templatesOf(parts: Parts) {
  return AXES.flatMap((axis) => parts[axis] ?? []);
}

/** The last of some days, written as YYYY-MM-DD; those that are not given do not count. */
function latest(days: readonly (string | undefined)[]): string {
  return days.reduce<string>((last, day = "") => (day > last ? day : last), "");
}
