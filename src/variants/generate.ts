import { type Problem, sortProblems } from "../content/problem.ts";
import { createBlockTexts } from "./block-text.ts";
import { blocksFor, indexBlocks } from "./cascade.ts";
import {
  composeGuide,
  type Draft,
  type GeneratedGuide,
  type PatternName,
  partsOf,
  readPatterns,
} from "./compose.ts";
import { checkTopic } from "./gates/template.ts";
import type { Block, Pack, Parts } from "./model.ts";
import type { Pattern } from "./patterns.ts";
import {
  blockProblems,
  fieldProblems,
  foreignTopicProblems,
  missingSectionProblems,
  sectionProblems,
  titleProblems,
} from "./report-problems.ts";
import { compareGuides, type Similarity } from "./similarity/similarity.ts";
import { type GuideStatus, judgeUniqueness, type UniquenessSettings } from "./uniqueness.ts";
import { createUsage } from "./usage.ts";

export interface GenerateSettings {
  /** The byline of guides whose topic names none: a name or id of the site's authors. */
  author: string;
  uniqueness: UniquenessSettings;
}

export interface Generated {
  /** In the order of publication: by topic, the default format and the base role first. */
  guides: GeneratedGuide[];
  /** Of the templates and of what they make, those of the pack included. */
  problems: Problem[];
  similarity: Similarity;
  /** By address: whether the guide may stand as it is. */
  status: ReadonlyMap<string, GuideStatus>;
}

/**
 * Makes every guide that the matrix publishes and checks all of them. The same templates give the same bytes,
 * whatever the machine's clock, time zone, locale or order of files.
 */
export function generateGuides(pack: Pack, settings: GenerateSettings): Generated {
  const problems: Problem[] = [...pack.problems];
  const index = indexBlocks(pack);
  const fill = createBlockTexts();
  const usage = createUsage(pack);
  const baseRole = [...pack.roles.values()].find((role) => role.data.base)?.id;
  const patterns = new Map<string, Record<PatternName, Pattern>>();
  for (const format of pack.formats.values()) patterns.set(format.id, readPatterns(format));

  // A block must hold in every guide that it applies to, also where a nearer one takes its place today.
  const filled = new Map<Block, Map<string, Parts>>();
  const drafts: Draft[] = [];
  for (const key of pack.guides) {
    const parts = partsOf(key, pack);
    const ofFormat = patterns.get(key.format);
    if (!parts || !ofFormat) continue;
    const draft = composeGuide({
      key,
      parts,
      patterns: ofFormat,
      groups: blocksFor(key, index),
      fill,
      baseRole,
      author: settings.author,
      onChoice: ({ block, overridden }) => {
        usage.note(block, overridden);
        for (const each of [block, ...overridden]) {
          const made = filled.get(each) ?? new Map<string, Parts>();
          filled.set(each, made);
          made.set(fill(each, parts).madeFor, parts);
        }
      },
    });
    drafts.push(draft);
  }

  for (const [block, made] of filled)
    problems.push(...blockProblems([...made.values()].map((parts) => fill(block, parts))));
  problems.push(...foreignTopicProblems(pack));
  for (const topic of pack.topics.values()) problems.push(...checkTopic(topic, pack));
  problems.push(...missingSectionProblems(drafts, pack.matrixFile), ...titleProblems(drafts));
  problems.push(...fieldProblems(drafts), ...sectionProblems(drafts), ...usage.problems());

  const similarity = compareGuides(drafts);
  const judged = judgeUniqueness(drafts, similarity, settings.uniqueness);
  problems.push(...judged.problems);
  const guides = drafts.map(({ guide }) =>
    judged.status.get(guide.url) === "canonical"
      ? { ...guide, data: { ...guide.data, canonical: `/guides/${guide.key.topic}/` } }
      : guide,
  );
  return { guides, problems: sortProblems(problems), similarity, status: judged.status };
}
