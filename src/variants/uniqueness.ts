import type { Problem } from "../content/problem.ts";
import { placeInBlock } from "./block-text.ts";
import type { Draft } from "./compose.ts";
import type { Passage } from "./similarity/passages.ts";
import type { Similarity } from "./similarity/similarity.ts";
import { sourceOffset } from "./slots/render.ts";

/** The publisher's decisions about guides that are much alike: `uniqueness` in the site's settings. */
export interface UniquenessSettings {
  /** Containment from which a warning is given. */
  warn: number;
  /** Containment above which a guide gets no page of its own. */
  limit: number;
  /** Above the limit: an error, or published with its canonical at the topic's base guide. */
  consequence: "error" | "canonical";
  /** Words that a guide needs from blocks its role owns. */
  minRoleWords: number;
}

/** How a guide stands: what `list` shows and what the site does with it. */
export type GuideStatus = "ok" | "similar" | "too-similar" | "canonical" | "thin";

export interface Judged {
  status: ReadonlyMap<string, GuideStatus>;
  problems: Problem[];
}

/**
 * Judges each guide against those before it of its topic that keep a page of their own, the base guide first.
 * @param drafts in the order of publication
 */
export function judgeUniqueness(
  drafts: readonly Draft[],
  similarity: Similarity,
  settings: UniquenessSettings,
): Judged {
  const status = new Map<string, GuideStatus>();
  const problems: Problem[] = [];
  const keptByTopic = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const { guide } = draft;
    const kept = keptByTopic.get(guide.key.topic) ?? [];
    keptByTopic.set(guide.key.topic, kept);
    let worst: { other: Draft; containment: number } | undefined;
    for (const other of kept) {
      const containment = similarity.between(guide.url, other.guide.url);
      if (worst === undefined || containment > worst.containment) worst = { other, containment };
    }
    const thin = guide.roleWords < settings.minRoleWords;
    // A guide without any text is asked for its sections.
    if (thin && guide.sections.length > 0) problems.push(thinProblem(draft, settings.minRoleWords));
    const tooSimilar = worst !== undefined && worst.containment > settings.limit;
    const hidden = tooSimilar && settings.consequence === "canonical";
    if (worst !== undefined && (tooSimilar || worst.containment >= settings.warn)) {
      const severity = tooSimilar && !hidden ? "error" : "warning";
      problems.push(similarProblem(draft, worst.other, worst.containment, severity, similarity, settings));
    }
    if (!hidden) kept.push(draft);
    const similar = worst !== undefined && worst.containment >= settings.warn;
    status.set(
      guide.url,
      hidden ? "canonical" : tooSimilar ? "too-similar" : thin ? "thin" : similar ? "similar" : "ok",
    );
  }
  return { status, problems };
}

/** Whether a rule is about how a guide stands among others, and not about its text. */
export function isOfUniqueness(rule: string): boolean {
  return rule === "too-similar" || rule === "role-words";
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

function similarProblem(
  draft: Draft,
  other: Draft,
  containment: number,
  severity: Problem["severity"],
  similarity: Similarity,
  settings: UniquenessSettings,
): Problem {
  const { url } = draft.guide;
  const passages = similarity.passages(url, other.guide.url);
  const [first] = passages;
  const limit =
    containment > settings.limit
      ? `at most ${percent(settings.limit)} may be`
      : `below ${percent(settings.warn)} is good`;
  const place =
    first === undefined
      ? { file: draft.guide.source, line: 1, column: 1 }
      : placeInBlock(first.block.block, sourceOffset(first.block.rendered, first.at));
  return {
    ...place,
    severity,
    rule: "too-similar",
    message: `${percent(containment)} of ${url} is in ${other.guide.url} (${limit})`,
    hint: `Shared: ${passages.slice(0, 3).map(describe).join("; ")}. Write these for the role.`,
  };
}

function describe({ text, words, section }: Passage): string {
  return `"${text.length > 80 ? `${text.slice(0, 80)}...` : text}" (${section}, ${words} words)`;
}

function thinProblem({ guide, texts }: Draft, least: number): Problem {
  const { topic, role, format } = guide.key;
  const owned = texts.find(({ block }) => block.scope.role !== undefined)?.block;
  return {
    file: owned?.file ?? guide.source,
    line: owned?.headingLine ?? 1,
    column: 1,
    severity: "error",
    rule: "role-words",
    message: `${guide.url} has ${guide.roleWords} words from blocks of ${role}, and needs ${least}`,
    hint: `Write sections for the role in templates/blocks/${topic}/${topic}+${role}+${format}.md.`,
  };
}
