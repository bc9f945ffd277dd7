import type { Place } from "../content/problem.ts";
import { positionOf } from "../lib/position.ts";
import { type CheckedText, toCheck } from "./gates/finding.ts";
import type { Axis, Block, Parts } from "./model.ts";
import type { Prose, Sentence } from "./prose.ts";
import { axesUsed, renderTokens, spanIndexAt, type UnfilledSlot } from "./slots/render.ts";
import { slotName } from "./slots/tokens.ts";

/** A block with its slots filled in, and what the checks of whole guides need to know of it. */
export interface BlockText extends CheckedText {
  block: Block;
  /** The ids that its text depends on, such as "ml-engineer"; empty when it has no slots. */
  madeFor: string;
  unfilled: UnfilledSlot[];
  /** Its sentences of six words and more, none of them twice. */
  sentences: readonly Sentence[];
  items: readonly ListItem[];
}

/** A list item by the words that carry its meaning. */
export interface ListItem {
  at: number;
  isTask: boolean;
  /** Worked out when first asked for: most guides have no checklist to hold against their lists. */
  words(): ReadonlySet<string>;
}

/** Where in its file a block has an offset of its Markdown. */
export function placeInBlock({ file, markdown, line }: Block, at: number): Place {
  return { file, ...positionOf(markdown, at, line) };
}

/** Blocks filled in, each once for each set of templates that its slots speak of, however many guides share the text. */
export interface BlockTexts {
  fill(block: Block, parts: Parts): BlockText;
  /** The texts of each block that has been filled in. */
  all(): BlockText[][];
}

/** Begins with no block filled in. */
export function createBlockTexts(): BlockTexts {
  const byBlock = new Map<Block, { axes: readonly Axis[]; texts: Map<string, BlockText> }>();
  return {
    fill(block, parts) {
      let known = byBlock.get(block);
      if (known === undefined) {
        known = { axes: axesUsed(block.tokens), texts: new Map() };
        byBlock.set(block, known);
      }
      const madeFor = idsOf(known.axes, parts);
      let text = known.texts.get(madeFor);
      if (text === undefined) {
        text = makeBlockText(block, parts, madeFor);
        known.texts.set(madeFor, text);
      }
      return text;
    },
    all: () => [...byBlock.values()].map(({ texts }) => [...texts.values()]),
  };
}

function idsOf(axes: readonly Axis[], parts: Parts): string {
  let ids = "";
  for (const axis of axes) ids += `${ids === "" ? "" : ", "}${parts[axis]?.id ?? `no ${axis}`}`;
  return ids;
}

const LEAST_SENTENCE = 6;

function makeBlockText(block: Block, parts: Parts, madeFor: string): BlockText {
  const { rendered, unfilled } = renderTokens(block.tokens, parts);
  const checked = toCheck(rendered, parts);
  return {
    ...checked,
    block,
    madeFor,
    unfilled,
    sentences: longSentences(checked.prose),
    items: itemsOf(checked),
  };
}

function longSentences({ units }: Prose): Sentence[] {
  const keys = new Set<number>();
  const sentences: Sentence[] = [];
  for (const unit of units) {
    // Two tables may have the same columns, two callouts the same title.
    if (unit.kind === "row" || unit.kind === "title") continue;
    for (const sentence of unit.sentences) {
      if (sentence.words < LEAST_SENTENCE || keys.has(sentence.key)) continue;
      keys.add(sentence.key);
      sentences.push(sentence);
    }
  }
  return sentences;
}

function itemsOf(text: CheckedText): ListItem[] {
  const items: ListItem[] = [];
  for (const { kind, start, end } of text.prose.units) {
    if (kind !== "item" && kind !== "task") continue;
    let words: ReadonlySet<string> | undefined;
    items.push({
      at: start,
      isTask: kind === "task",
      words: () => (words ??= meaningfulWords(text, start, end)),
    });
  }
  return items;
}

/** The words of a stretch that have four letters and more, without their endings. What a noun's slots gave counts as one. */
export function meaningfulWords({ prose, rendered }: CheckedText, start: number, end: number): Set<string> {
  const words = new Set<string>();
  const { spans } = rendered;
  for (let index = spanIndexAt(spans, start); index < spans.length; index++) {
    const span = spans[index];
    if (span === undefined || span.start >= end) break;
    const { slot } = span;
    if (slot !== undefined && slot.verb === undefined) {
      words.add(`{${span.number === undefined ? slotName(slot) : slot.name}}`);
      continue;
    }
    const text = prose.text.slice(Math.max(start, span.start), Math.min(end, span.end)).toLowerCase();
    for (const word of text.match(/[\p{L}\p{N}]{4,}/gu) ?? [])
      words.add(word.replace(/(?:ies|ing|ed|es|s|e|y)$/, ""));
  }
  return words;
}
