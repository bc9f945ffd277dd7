import type { Place } from "../content/problem.ts";
import { positionOf } from "../lib/position.ts";
import type { CheckedText } from "./gates/finding.ts";
import type { Axis, Block, Parts } from "./model.ts";
import { type Prose, readProse, type Sentence } from "./prose.ts";
import { axesUsed, renderTokens, type UnfilledSlot } from "./slots/render.ts";

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
  const prose = readProse(rendered.text);
  return {
    rendered,
    prose,
    parts,
    block,
    madeFor,
    unfilled,
    sentences: longSentences(prose),
    items: itemsOf(prose),
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

function itemsOf({ text, units }: Prose): ListItem[] {
  const items: ListItem[] = [];
  for (const { kind, start, end } of units) {
    if (kind !== "item" && kind !== "task") continue;
    let words: ReadonlySet<string> | undefined;
    items.push({
      at: start,
      isTask: kind === "task",
      words: () => (words ??= meaningfulWords(text.slice(start, end))),
    });
  }
  return items;
}

/** Words of four letters and more, without their endings. */
export function meaningfulWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return new Set(words.map((word) => word.replace(/(?:ies|ing|ed|es|s|e|y)$/, "")));
}
