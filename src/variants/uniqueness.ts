import type { Site } from "../content/data-schema.ts";
import { error, type Problem, warning } from "../content/problem.ts";
import { topicUrl } from "../content/site-path.ts";
import { START } from "../lib/position.ts";
import type { BlockFileOf } from "./block-files.ts";
import { placeInBlock } from "./block-text.ts";
import type { Draft } from "./compose.ts";
import type { Passage } from "./similarity/passages.ts";
import type { Similarity } from "./similarity/similarity.ts";
import { sourceOffset } from "./slots/render.ts";

/** The publisher's decisions about guides that are much alike. */
export type UniquenessSettings = Site["uniqueness"];

/** How a guide stands: what `list` shows and what the site does with it. */
export type GuideStatus = "ok" | "similar" | "too-similar" | "canonical" | "thin";

/** The guide that another is most like, and how much. */
interface Worst {
  other: Draft;
  containment: number;
}

export interface Judged {
  /** Not known of a guide that lacks sections, unless it is thin whatever they will hold. */
  status: ReadonlyMap<string, GuideStatus>;
  problems: Problem[];
}

/**
 * Judges each guide against those before it of its topic that keep a page of their own, the base guide first.
 * @param drafts in the order of publication
 * @param fileOf for hints
 */
export function judgeUniqueness(
  drafts: readonly Draft[],
  similarity: Similarity,
  settings: UniquenessSettings,
  fileOf: BlockFileOf,
): Judged {
  const status = new Map<string, GuideStatus>();
  const problems: Problem[] = [];
  const keptByTopic = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const { guide } = draft;
    const kept = keptByTopic.get(guide.key.topic) ?? [];
    keptByTopic.set(guide.key.topic, kept);
    // What it lacks is told of, and with that it is another guide.
    const isWhole = draft.missing.length === 0;
    let worst: Worst | undefined;
    for (const other of isWhole ? kept : []) {
      const containment = similarity.between(guide.url, other.guide.url);
      if (worst === undefined || containment > worst.containment) worst = { other, containment };
    }
    const thin = guide.roleWords < settings.minRoleWords;
    // A guide without any text is asked for its sections.
    if (thin && guide.sections.length > 0) problems.push(thinProblem(draft, settings.minRoleWords, fileOf));
    const alike = worst === undefined ? "ok" : likenessOf(worst, settings);
    if (worst !== undefined && alike !== "ok")
      problems.push(similarProblem(draft, worst, alike, similarity, settings));
    if (isWhole && alike !== "canonical") kept.push(draft);
    const isThin = thin && (alike === "ok" || alike === "similar");
    if (isWhole || thin) status.set(guide.url, isThin ? "thin" : alike);
  }
  return { status, problems };
}

/** How a guide stands by what it shares alone. */
type Likeness = Exclude<GuideStatus, "thin">;

function likenessOf({ containment }: Worst, { warn, limit, consequence }: UniquenessSettings): Likeness {
  if (containment > limit) return consequence === "canonical" ? "canonical" : "too-similar";
  return containment >= warn ? "similar" : "ok";
}

/** Whether a rule is about how a guide stands among others, and not about its text. */
export function isOfUniqueness(rule: string): boolean {
  return rule === "too-similar" || rule === "role-words";
}

/** A share and what it is held against, with as many digits as it takes to tell them apart. */
function percents(share: number, bound: number): [string, string] {
  const percent = (part: number, digits: number) => `${(100 * part).toFixed(digits)}%`;
  const digits = [0, 1, 2].find((count) => percent(share, count) !== percent(bound, count)) ?? 0;
  return [percent(share, digits), percent(bound, digits)];
}

function similarProblem(
  draft: Draft,
  { other, containment }: Worst,
  alike: Likeness,
  similarity: Similarity,
  settings: UniquenessSettings,
): Problem {
  const { url, key } = draft.guide;
  const passages = similarity.passages(url, other.guide.url);
  const [first] = passages;
  const tooSimilar = alike !== "similar";
  const [share, bound] = percents(containment, tooSimilar ? settings.limit : settings.warn);
  const limit = tooSimilar ? `at most ${bound} may be` : `below ${bound} is good`;
  const [shorter, longer] =
    similarity.size(other.guide.url) < similarity.size(url) ? [other.guide.url, url] : [url, other.guide.url];
  const consequence =
    alike === "canonical" ? `: ${url} has ${topicUrl(key.topic)} as its canonical address now` : "";
  const place =
    first === undefined
      ? { file: draft.guide.source, ...START }
      : placeInBlock(first.block.block, sourceOffset(first.block.rendered, first.at));
  const message = `${share} of ${shorter} is in ${longer} (${limit})${consequence}`;
  const hint = `Shared: ${passages.slice(0, 3).map(describe).join("; ")}. Write these for the role.`;
  const tell = alike === "too-similar" ? error : warning;
  return { ...place, ...tell("too-similar", message, hint) };
}

function describe({ text, words, section }: Passage): string {
  return `"${text.length > 80 ? `${text.slice(0, 80)}...` : text}" (${section}, ${words} words)`;
}

function thinProblem({ guide, texts }: Draft, least: number, fileOf: BlockFileOf): Problem {
  const { topic, role, format } = guide.key;
  const owned = texts.find(({ block }) => block.scope.role !== undefined)?.block;
  const message = `${guide.url} has ${guide.roleWords} words from blocks of ${role}, and needs ${least}`;
  const hint = `Write sections for the role in ${fileOf({ topic, role, format })}.`;
  const place = { file: owned?.file ?? guide.source, line: owned?.headingLine ?? 1, column: 1 };
  return { ...place, ...error("role-words", message, hint) };
}
