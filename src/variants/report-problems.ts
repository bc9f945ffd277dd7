import { titleKey } from "../content/check-site.ts";
import { firstFaults } from "../content/first-faults.ts";
import { Merged } from "../content/merged.ts";
import { error, type Fault, type Place, type Problem } from "../content/problem.ts";
import { quoted } from "../content/quoted.ts";
import type { BlockFileOf } from "./block-files.ts";
import { type BlockText, placeInBlock } from "./block-text.ts";
import type { Draft } from "./compose.ts";
import type { Heading } from "./format-texts.ts";
import { checkFields } from "./gates/fields.ts";
import type { Finding } from "./gates/finding.ts";
import { foreignTopics } from "./gates/foreign-topic.ts";
import { checkSections } from "./gates/guide.ts";
import { headingFaults } from "./gates/headings.ts";
import { checkBody } from "./gates/text-checks.ts";
import { AXES, type Pack } from "./model.ts";
import { MATRIX_FILE } from "./pack-files.ts";
import { parsePattern, unnamedAxes } from "./patterns.ts";
import { sourceOffset } from "./slots/render.ts";

function errorAt(place: Place, { rule, message, hint }: Omit<Fault, "severity">): Problem {
  return { ...place, ...error(rule, message, hint) };
}

/**
 * What is wrong with one block.
 * @param texts the block, filled in for each set of templates that it applies to
 */
export function blockProblems(texts: readonly BlockText[]): Problem[] {
  const merged = new Merged();
  for (const text of texts) {
    for (const fault of text.unfilled) {
      const describe = () => errorAt(placeInBlock(text.block, fault.at), fault);
      merged.add(`${fault.rule} ${fault.at}`, describe, text.madeFor);
    }
    for (const finding of firstFaults(withoutGaps(checkBody(text), text))) {
      const source = sourceOffset(text.rendered, finding.at);
      const describe = () => errorAt(placeInBlock(text.block, source), finding);
      merged.add(`${finding.rule} ${source}`, describe, text.madeFor);
    }
  }
  return merged.problems(texts.length);
}

/** Findings but for those in a paragraph with a slot missing, where the words around it would be blamed for the gap. */
function withoutGaps(findings: readonly Finding[], { unfilled, prose }: BlockText): readonly Finding[] {
  if (unfilled.length === 0) return findings;
  const unitAt = (at: number) => prose.units.find(({ start, end }) => start <= at && at <= end);
  const gaps = new Set(unfilled.map(({ gap }) => unitAt(gap)));
  return findings.filter(({ at }) => !gaps.has(unitAt(at)));
}

/** Blocks for all topics that speak of one. */
export function foreignTopicProblems(pack: Pack): Problem[] {
  return pack.blocks.flatMap((block) =>
    foreignTopics(block, pack).map((finding) => errorAt(placeInBlock(block, finding.at), finding)),
  );
}

/** What is wrong between the sections of the guides, each fault once at the block that has it. */
export function sectionProblems(drafts: readonly Draft[]): Problem[] {
  const merged = new Merged();
  for (const draft of drafts) {
    for (const { text, ...finding } of checkSections(draft)) {
      const { file, section } = text.block;
      const source = sourceOffset(text.rendered, finding.at);
      const describe = () => errorAt(placeInBlock(text.block, source), finding);
      merged.add(`${finding.rule} ${file} ${section} ${source}`, describe, draft.guide.url);
    }
  }
  return merged.problems(drafts.length);
}

/** What is wrong with titles, descriptions and image texts, each fault once at the pattern that has it. */
export function fieldProblems(drafts: readonly Draft[]): Problem[] {
  const merged = new Merged();
  for (const draft of drafts) {
    const { format } = draft.parts;
    for (const { field, at, ...fault } of checkFields(draft)) {
      const describe = () => ({ file: format.file, ...format.locate([field]), ...fault });
      merged.add(`${fault.rule} ${format.id} ${field} ${at ?? ""}`, describe, draft.guide.url);
    }
  }
  return merged.problems(drafts.length);
}

/** What is wrong with the headings that guides have, each fault once at the format that has it. */
export function headingProblems(drafts: readonly Draft[]): Problem[] {
  const merged = new Merged();
  const seen = new Set<Heading>();
  const topics = new Set<string>();
  for (const { headings, parts } of drafts) {
    const { format, topic } = parts;
    topics.add(topic.id);
    for (const heading of headings) {
      if (seen.has(heading)) continue;
      seen.add(heading);
      for (const { at, rule, message, hint } of headingFaults(heading, parts)) {
        const describe = () => {
          const place = format.locate(["sections", heading.index, "heading"]);
          return { file: format.file, ...place, ...error(rule, `heading: ${message}`, hint) };
        };
        merged.add(`${rule} ${format.id} ${heading.index} ${at}`, describe, topic.id);
      }
    }
  }
  return merged.problems(topics.size);
}

/** Guides that share a title or a description. */
export function titleProblems(drafts: readonly Draft[]): Problem[] {
  const merged = new Merged();
  for (const [name, field] of [
    ["title", "titlePattern"],
    ["description", "descriptionPattern"],
  ] as const) {
    const first = new Map<string, Draft>();
    const formats = new Set(drafts.map(({ parts }) => parts.format));
    // A pattern that names no topic or no role is told of as such.
    const toldOf = new Set(
      [...formats].filter(({ data }) => unnamedAxes(parsePattern(data[field])).length > 0),
    );
    for (const draft of drafts) {
      if (!draft.fields[field].isSound || toldOf.has(draft.parts.format)) continue;
      const value = draft.guide.data[name];
      const key = titleKey(value);
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, draft);
        continue;
      }
      const { format } = draft.parts;
      const message = `${other.guide.url} has the same ${name}, "${quoted(value)}"`;
      const hint = "Let the pattern name what is different: topic, role, format, context, level.";
      const fault = error("duplicate-title", message, hint);
      const describe = () => ({ file: format.file, ...format.locate([field]), ...fault });
      merged.add(`${name} ${format.id} ${difference(draft, other)}`, describe, draft.guide.url);
    }
  }
  return merged.problems(drafts.length);
}

/** What only one of two guides is made of: a pattern that leaves it out makes the same of all that differ in it. */
function difference(one: Draft, other: Draft): string {
  const [ids, others] = [one.guide.key, other.guide.key];
  return AXES.filter((axis) => ids[axis] !== others[axis])
    .map((axis) => `${axis} ${ids[axis]} ${others[axis]}`)
    .join(" ");
}

/** Sections that no block fills, by topic, format and section; of guides without any text, all in one. */
export function missingSectionProblems(drafts: readonly Draft[], fileOf: BlockFileOf): Problem[] {
  const missing = new Map<string, { sections: readonly string[]; drafts: Draft[] }>();
  for (const draft of drafts) {
    const { topic, format } = draft.guide.key;
    for (const sections of lackingSections(draft)) {
      const key = `${topic} ${format} ${sections.join(" ")}`;
      const known = missing.get(key) ?? { sections, drafts: [] };
      missing.set(key, known);
      known.drafts.push(draft);
    }
  }
  return [...missing.values()].flatMap(({ sections, drafts: lacking }) => {
    const [first] = lacking;
    if (!first) return [];
    const { topic, role, format, at } = first.guide.key;
    const roles = new Set(lacking.map(({ guide }) => guide.key.role));
    const file = fileOf(roles.size > 1 ? { topic, format } : { topic, role, format });
    const urls = lacking.map(({ guide }) => guide.url);
    const more = urls.length > 3 ? ` and ${urls.length - 3} more` : "";
    const named = `${urls.slice(0, 3).join(", ")}${more}`;
    const isEmpty = first.guide.sections.length === 0;
    const others = sections.length > 1 ? " and the others" : "";
    const message = isEmpty
      ? `no block fills any section of ${named}: ${sections.join(", ")}`
      : `no block fills the section "${sections.join()}" of ${named}`;
    const hint = `Write "# ${sections[0]}"${others} in ${file}, for example.`;
    return [{ file: MATRIX_FILE, ...at, ...error("missing-section", message, hint) }];
  });
}

/** Each section that a guide lacks; all of its format's together, but for optional ones, when it has no text at all. */
function lackingSections({ guide, parts, missing }: Draft): (readonly string[])[] {
  if (guide.sections.length > 0) return missing.map((section) => [section]);
  return [missing.length > 0 ? missing : parts.format.data.sections.map(({ id }) => id)];
}
