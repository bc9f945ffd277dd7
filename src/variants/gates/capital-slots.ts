import type { Prose, Sentence } from "../prose.ts";
import type { Rendered } from "../slots/render.ts";
import type { Slot } from "../slots/tokens.ts";
import { slotValue } from "../slots/values.ts";
import type { CheckedText, Finding } from "./finding.ts";
import { wordBefore } from "./neighbors.ts";
import { needsNoun } from "./noun-phrase.ts";

/** What a name or a label may stand behind, with a capital of its own. */
const NAMES =
  /^(?:book|called|channel|chapter|column|course|entitled|file|folder|headed|heading|labell?ed|marked|named|page|read|reads|said|say|says|section|tab|tagged|titled|type|write)$/;
/** What may begin a title or a label within a sentence. */
const QUOTES = /["“‘([*_]|(?<![A-Za-z])['’]/;

/** What a sentence begins with, and no name: prepositions, conjunctions, quantifiers, and whom a coach sends one to. */
const OPENS =
  /^(?:About|After|Against|Although|Among|And|As|Ask|At|Because|Before|Between|Beyond|But|By|Despite|During|For|From|If|In|Like|Many|Most|Of|On|Once|Since|Some|Tell|Through|To|Under|Unless|Unlike|Until|When|Where|While|With|Within|Without)$/;

/** "Ask about {Topic}.": a slot with a capital letter that stands in the middle of a sentence. */
export function capitalSlots(text: CheckedText): Finding[] {
  // Cells, terms and labels may be titles.
  return capitalsWithin(text, (at) => {
    const sentence = sentenceAt(text.prose, at);
    return sentence && /[.!?]$/.test(text.prose.text.slice(sentence.start, sentence.end))
      ? sentence
      : undefined;
  });
}

/** The same for a text that is known to be a sentence, though no full stop may end it. */
export function capitalSlotsOfSentence(text: CheckedText): Finding[] {
  return capitalsWithin(text, (at) => sentenceAt(text.prose, at));
}

function capitalsWithin(
  { rendered, prose, parts }: CheckedText,
  runningSentence: (at: number) => Sentence | undefined,
): Finding[] {
  const findings: Finding[] = [];
  for (const { slot, start, end } of rendered.spans) {
    if (!slot?.capital || !/[A-Za-z] $/.test(prose.text.slice(Math.max(0, start - 2), start))) continue;
    const word = wordBefore(prose.text, start);
    const mayOpen = OPENS.test(word);
    if (NAMES.test(word) || !(mayOpen || /^[a-z]/.test(word) || needsNoun(word))) continue;
    const value = rendered.text.slice(start, end);
    const small = slotValue({ ...slot, capital: false }, parts);
    if (!("value" in small) || small.value === value) continue;
    const sentence = runningSentence(start);
    if (sentence === undefined || QUOTES.test(rendered.text.slice(sentence.start, start))) continue;
    if (mayOpen && !isOpening(rendered, sentence, { word, start, end })) continue;
    findings.push({
      at: start,
      rule: "capital-slot",
      message: `"${word} ${value}": a capital letter in the middle of a sentence`,
      hint: `Write ${smallSlot(slot)}, or in a name {${slot.name}.title}.`,
    });
  }
  return findings;
}

/** Whether a sentence begins with a word and a slot, and goes on: "For Managers: ..." has a label. */
function isOpening(
  { text }: Rendered,
  sentence: Sentence,
  slot: { word: string; start: number; end: number },
): boolean {
  const isFirst = text.slice(sentence.start, slot.start).trim() === slot.word;
  return (
    isFirst &&
    !/[*_]$/.test(text.slice(0, sentence.start)) &&
    /^,? [a-z]/.test(text.slice(slot.end, slot.end + 3))
  );
}

/** The sentence that an offset stands in, but for those of cells and terms. */
function sentenceAt({ units }: Prose, at: number): Sentence | undefined {
  const unit = units.findLast(({ start }) => start <= at);
  if (unit === undefined || unit.kind === "row" || unit.kind === "term") return undefined;
  return unit.sentences.findLast(({ start }) => start <= at);
}

function smallSlot({ source }: Slot): string {
  return `{${source.charAt(1).toLowerCase()}${source.slice(2)}`;
}
