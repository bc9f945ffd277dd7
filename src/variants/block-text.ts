import type { CheckedText, Finding } from "./gates/finding.ts";
import { checkBody } from "./gates/text-checks.ts";
import type { Block, Parts } from "./model.ts";
import { readProse, type Sentence, sentencesOf } from "./prose.ts";
import { axesUsed, renderTokens, type UnfilledSlot } from "./slots/render.ts";
import { FNV_PRIME, mixBits } from "./words.ts";

/** A block with its slots filled in, and what the checks of whole guides need to know of it. */
export interface BlockText extends CheckedText {
  block: Block;
  /** The ids that its text depends on, such as "ml-engineer"; empty when it has no slots. */
  madeFor: string;
  unfilled: UnfilledSlot[];
  findings: Finding[];
  /** Sentences of six words and more, by a hash of their words. */
  sentences: ReadonlyMap<number, Sentence>;
  items: readonly ListItem[];
}

/** A list item by the words that carry its meaning. */
export interface ListItem {
  at: number;
  isTask: boolean;
  words: ReadonlySet<string>;
}

/**
 * Fills in blocks, each once for each set of templates that its slots speak of, however many guides share the text.
 */
export function createBlockTexts(): (block: Block, parts: Parts) => BlockText {
  const byBlock = new Map<Block, { axes: ReturnType<typeof axesUsed>; texts: Map<string, BlockText> }>();
  return (block, parts) => {
    const known = byBlock.get(block) ?? { axes: axesUsed(block.tokens), texts: new Map<string, BlockText>() };
    byBlock.set(block, known);
    const madeFor = known.axes.map((axis) => parts[axis]?.id ?? `no ${axis}`).join(", ");
    const text = known.texts.get(madeFor) ?? makeBlockText(block, parts, madeFor);
    known.texts.set(madeFor, text);
    return text;
  };
}

const LEAST_SENTENCE = 6;

function makeBlockText(block: Block, parts: Parts, madeFor: string): BlockText {
  const { rendered, unfilled } = renderTokens(block.tokens, parts);
  const prose = readProse(rendered.text);
  const text: CheckedText = { rendered, prose, parts };
  const sentences = new Map<number, Sentence>();
  let word = 0;
  const items: ListItem[] = [];
  for (const unit of prose.units) {
    for (const sentence of sentencesOf(prose.text, unit)) {
      while (word < prose.words.starts.length && (prose.words.starts[word] ?? 0) < sentence.start) word += 1;
      const first = word;
      let hash = 0;
      for (; (prose.words.starts[word] ?? Number.POSITIVE_INFINITY) < sentence.end; word += 1) {
        hash = mixBits(Math.imul(hash, FNV_PRIME) ^ (prose.words.ids[word] ?? 0));
      }
      if (word - first >= LEAST_SENTENCE && !sentences.has(hash)) sentences.set(hash, sentence);
    }
    if (unit.kind === "item" || unit.kind === "task") {
      items.push({
        at: unit.start,
        isTask: unit.kind === "task",
        words: meaningfulWords(prose.text.slice(unit.start, unit.end)),
      });
    }
  }
  // With a slot missing, the words around it would be blamed for the gap.
  const findings = unfilled.length > 0 ? [] : checkBody(text);
  return { ...text, block, madeFor, unfilled, findings, sentences, items };
}

/** Words of four letters and more, without their endings. */
function meaningfulWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return new Set(words.map((word) => word.replace(/(?:ies|ing|ed|es|s|e|y)$/, "")));
}
