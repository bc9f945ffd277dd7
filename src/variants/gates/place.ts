import type { GrammaticalNumber } from "../nouns.ts";
import type { Prose, Unit } from "../prose.ts";
import type { NounPhrase } from "../schemas/noun-phrase.ts";
import type { Span } from "../slots/render.ts";
import type { Slot } from "../slots/tokens.ts";
import { nounOf } from "../slots/values.ts";
import type { Stretch } from "../spoken-names.ts";
import type { CheckedText, Finding } from "./finding.ts";
import { wordsAfter, wordsBefore } from "./neighbors.ts";

/** How many characters of the sentence beside a slot the checks look at. */
const BEFORE = 200;
const AFTER = 100;
/** How many words beside a slot the checks look at. */
const MOST_WORDS = 3;

/** A noun phrase, and the number of the form in which a slot gives it. */
export interface NounForm {
  noun: NounPhrase;
  number: GrammaticalNumber;
}

/** A filled slot with the text of its sentence on both sides, which most checks of most slots need not look at. */
export class Place {
  readonly span: Span;
  readonly slot: Slot;
  /** The noun that the slot gives; none where it gives a verb, a list or a phrase. */
  readonly form: NounForm | undefined;
  readonly value: string;
  readonly #index: number;
  readonly #spans: readonly Span[];
  readonly #prose: Prose;
  readonly #text: string;
  #before: string | undefined;
  #after: string | undefined;
  #previous: readonly string[] | undefined;
  #following: readonly string[] | undefined;

  constructor(span: Span, slot: Slot, index: number, { prose, rendered, parts }: CheckedText) {
    this.span = span;
    this.slot = slot;
    const noun = slot.verb === undefined ? nounOf(slot.name, parts) : undefined;
    this.form = noun && span.number && { noun, number: span.number };
    this.#index = index;
    this.#spans = rendered.spans;
    this.value = rendered.text.slice(span.start, span.end);
    this.#prose = prose;
    this.#text = prose.text;
  }

  /** Its sentence up to the slot. */
  get before(): string {
    const { start } = this.span;
    this.#before ??= this.#text.slice(Math.max(this.#sentence.start, start - BEFORE), start);
    return this.#before;
  }

  /** Where `before` begins in the text. */
  get start(): number {
    return this.span.start - this.before.length;
  }

  /** The slot with the words before it, from a place in `before` on. */
  since(at: number): Stretch {
    return { start: this.start + at, end: this.span.end };
  }

  /** Its sentence from the slot on. */
  get after(): string {
    const { end } = this.span;
    this.#after ??= this.#text.slice(end, Math.min(this.#sentence.end, end + AFTER));
    return this.#after;
  }

  /** Whether a sentence of running text begins with the slot: an item of a list may go on with what the list is about. */
  get beginsSentence(): boolean {
    return this.#unit?.kind === "paragraph" && this.before.trim() === "";
  }

  /** Whether all of its sentence up to the slot is known, and no item of a list or cell. */
  get isRunning(): boolean {
    const kind = this.#unit?.kind;
    return (kind === "paragraph" || kind === "definition") && this.before.length < BEFORE;
  }

  /** Whether its sentence is a question. */
  get isAsked(): boolean {
    const { start, end } = this.#sentence;
    return /\?[^\s\w]*\s*$/.test(this.#text.slice(Math.max(start, end - 8), end));
  }

  get #unit(): Unit | undefined {
    const { start } = this.span;
    return this.#prose.units.findLast((one) => one.start <= start);
  }

  /** The sentence that the slot begins in. */
  get #sentence(): { start: number; end: number } {
    const { start } = this.span;
    return this.#unit?.sentences.findLast((one) => one.start <= start) ?? this.span;
  }

  /** The words before the slot with nothing but white space between, the nearest first. */
  get previous(): readonly string[] {
    this.#previous ??= wordsBefore(this.#text, this.span.start, MOST_WORDS);
    return this.#previous;
  }

  /** The words after the slot with nothing but white space between, the nearest first. */
  get following(): readonly string[] {
    this.#following ??= wordsAfter(this.#text, this.span.end, MOST_WORDS);
    return this.#following;
  }

  /** The slot with so many of the words before and after it: what a finding is about. */
  around(before: number, after = 0): Stretch {
    let { start, end } = this.span;
    for (const word of this.previous.slice(0, before)) start = this.#text.lastIndexOf(word, start - 1);
    for (const word of this.following.slice(0, after)) end = this.#text.indexOf(word, end) + word.length;
    return { start, end };
  }

  /** The slot that the next words stand in, if it begins within so many characters. */
  nextSlot(within: number): Span | undefined {
    const [next] = this.later();
    return next !== undefined && next.start <= this.span.end + within ? next : undefined;
  }

  /** The slot that ends right before this one, but for white space. */
  get slotBefore(): Span | undefined {
    const [nearest] = this.earlier();
    const isNext = nearest !== undefined && this.#text.slice(nearest.end, this.span.start).trim() === "";
    return isNext ? nearest : undefined;
  }

  /** The slots before this one in its sentence, the nearest first. */
  *earlier(): Generator<Span> {
    const from = this.start;
    for (let index = this.#index - 1; index >= 0; index -= 1) {
      const span = this.#spans[index];
      if (span === undefined || span.end < from) return;
      if (span.slot !== undefined) yield span;
    }
  }

  /** The slots after this one in its sentence, the nearest first. */
  *later(): Generator<Span> {
    const to = this.#sentence.end;
    for (let index = this.#index + 1; index < this.#spans.length; index += 1) {
      const span = this.#spans[index];
      if (span === undefined || span.start >= to) return;
      if (span.slot !== undefined) yield span;
    }
  }
}

/** What is wrong with a slot in its place, if anything. */
export type SlotCheck = (place: Place, text: CheckedText) => Omit<Finding, "at"> | undefined;
