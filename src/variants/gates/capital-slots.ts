import type { Prose, Sentence } from "../prose.ts";
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

/** "Ask about {Topic}.": a slot with a capital letter that stands in the middle of a sentence. */
export function capitalSlots(text: CheckedText): Finding[] {
  const { rendered, prose, parts } = text;
  const findings: Finding[] = [];
  for (const { slot, start, end } of rendered.spans) {
    if (!slot?.capital || !/[A-Za-z] $/.test(prose.text.slice(Math.max(0, start - 2), start))) continue;
    const word = wordBefore(prose.text, start);
    if (NAMES.test(word) || !(/^[a-z]/.test(word) || needsNoun(word))) continue;
    const value = rendered.text.slice(start, end);
    const small = slotValue({ ...slot, capital: false }, parts);
    if (!("value" in small) || small.value === value) continue;
    const sentence = runningSentence(prose, start);
    if (sentence === undefined || QUOTES.test(rendered.text.slice(sentence.start, start))) continue;
    findings.push({
      at: start,
      rule: "capital-slot",
      message: `"${word} ${value}": a capital letter in the middle of a sentence`,
      hint: `Write ${smallSlot(slot)}, or in a name {${slot.name}.title}.`,
    });
  }
  return findings;
}

/** The sentence that an offset stands in, if it is one of a running text: cells, terms and labels may be titles. */
function runningSentence({ units, text }: Prose, at: number): Sentence | undefined {
  const unit = units.findLast(({ start }) => start <= at);
  if (unit === undefined || unit.kind === "row" || unit.kind === "term") return undefined;
  const sentence = unit.sentences.findLast(({ start }) => start <= at);
  return sentence !== undefined && /[.!?]$/.test(text.slice(sentence.start, sentence.end))
    ? sentence
    : undefined;
}

function smallSlot({ source }: Slot): string {
  return `{${source.charAt(1).toLowerCase()}${source.slice(2)}`;
}
