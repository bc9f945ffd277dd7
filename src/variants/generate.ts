import { type Problem, sortProblems } from "../content/problem.ts";
import { topicUrl } from "../content/site-path.ts";
import { blockFiles } from "./block-files.ts";
import { type BlockTexts, createBlockTexts } from "./block-text.ts";
import { blocksFor, indexBlocks } from "./cascade.ts";
import { composeGuide, type Draft, type GeneratedGuide, partsOf } from "./compose.ts";
import { type FormatTexts, readFormat } from "./format-texts.ts";
import { kindProblems } from "./gates/section-kind.ts";
import { checkTemplates } from "./gates/template.ts";
import type { Pack } from "./model.ts";
import {
  blockProblems,
  fieldProblems,
  foreignTopicProblems,
  headingProblems,
  missingSectionProblems,
  sectionProblems,
  titleProblems,
} from "./report-problems.ts";
import { appliesTo } from "./scope.ts";
import { compareGuides, type Similarity } from "./similarity/similarity.ts";
import { type GuideStatus, judgeUniqueness, type UniquenessSettings } from "./uniqueness.ts";
import { usageProblems } from "./usage.ts";

export interface GenerateSettings {
  /** The byline of guides whose topic names none: a name or id of the site's authors. */
  author: string;
  uniqueness: UniquenessSettings;
  /** Addresses of posts: a guide at one of them is not published, and neither judged nor held against others. */
  taken?: ReadonlySet<string>;
}

export interface Generated {
  /** In the order of publication: by topic, the default format and the base role first. */
  guides: GeneratedGuide[];
  /** Of the templates and of what they make, those of the pack included. */
  problems: Problem[];
  similarity: Similarity;
  /**
   * By address: whether the guide may stand as it is; not known where a file of it could not be read, or a section is missing,
   * and not asked of a guide that a post has replaced.
   */
  status: ReadonlyMap<string, GuideStatus>;
}

/** Every guide that the matrix publishes, before its checks. */
export interface Composed {
  pack: Pack;
  drafts: Draft[];
  texts: BlockTexts;
}

/**
 * Makes every guide that the matrix publishes and checks all of them. The same templates give the same bytes,
 * whatever the machine's clock, time zone, locale or order of files.
 */
export function generateGuides(pack: Pack, { author, ...judging }: GenerateSettings): Generated {
  return checkGuides(composeGuides(pack, author), judging);
}

/** Makes the guides: the smaller part of the work. */
export function composeGuides(pack: Pack, author: string): Composed {
  const index = indexBlocks(pack);
  const texts = createBlockTexts();
  const baseRole = [...pack.roles.values()].find((role) => role.data.base)?.id;
  const formats = new Map<string, FormatTexts>();
  for (const format of pack.formats.values()) formats.set(format.id, readFormat(format));

  const drafts: Draft[] = [];
  for (const key of pack.guides) {
    const parts = partsOf(key, pack);
    const format = formats.get(key.format);
    if (!parts || !format) continue;
    const draft = composeGuide({
      key,
      parts,
      format,
      groups: blocksFor(key, index),
      fill: texts.fill,
      baseRole,
      author,
    });
    // A block must hold in every guide that it applies to, also where a nearer one takes its place today.
    for (const { overridden } of draft.choices) for (const other of overridden) texts.fill(other, parts);
    drafts.push(draft);
  }
  return { pack, drafts, texts };
}

/** Checks the guides: their templates, their language, and how alike they are. */
export function checkGuides(
  composed: Composed,
  { uniqueness, taken = new Set() }: Omit<GenerateSettings, "author">,
): Generated {
  const { pack, drafts, texts } = composed;
  const problems: Problem[] = [...pack.problems];
  for (const made of texts.all()) problems.push(...blockProblems(made));
  problems.push(...foreignTopicProblems(pack));
  problems.push(...checkTemplates(pack));
  // What a guide lacks, and how alike it is, is not known where one of its files could not be read.
  const whole = drafts.filter(({ guide }) => !pack.unread.some((scope) => appliesTo(scope, guide.key)));
  const fileOf = blockFiles(pack);
  problems.push(...missingSectionProblems(whole, fileOf), ...titleProblems(drafts));
  problems.push(
    ...fieldProblems(drafts),
    ...headingProblems(drafts),
    ...sectionProblems(drafts),
    ...kindProblems(drafts),
    ...usageProblems(pack, drafts),
  );

  const similarity = compareGuides(drafts);
  const published = whole.filter(({ guide }) => !taken.has(guide.url));
  const judged = judgeUniqueness(published, similarity, uniqueness, fileOf);
  problems.push(...judged.problems);
  const guides = drafts.map(({ guide }) =>
    judged.status.get(guide.url) === "canonical"
      ? { ...guide, data: { ...guide.data, canonical: topicUrl(guide.key.topic) } }
      : guide,
  );
  return { guides, problems: sortProblems(problems), similarity, status: judged.status };
}
