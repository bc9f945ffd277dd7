import type { Span } from "../slots/render.ts";
import { nounOf } from "../slots/values.ts";
import { type CheckedText, excerpt, type Finding } from "./finding.ts";
import { isAdjective } from "./language.ts";
import { followsArticle, wordAfter, wordBefore } from "./neighbors.ts";
import { remember } from "./remember.ts";
import { agreementFault, isOtherNumber } from "./verbs.ts";

/** A filled slot with the text of its sentence on both sides, which most checks of most slots need not look at. */
class Place {
  readonly span: Span;
  readonly value: string;
  readonly #index: number;
  readonly #spans: readonly Span[];
  readonly #text: string;
  #before: string | undefined;
  #after: string | undefined;

  constructor(span: Span, index: number, { prose, rendered }: CheckedText) {
    this.span = span;
    this.#index = index;
    this.#spans = rendered.spans;
    this.value = rendered.text.slice(span.start, span.end);
    this.#text = prose.text;
  }

  get before(): string {
    const { start } = this.span;
    this.#before ??=
      this.#text
        .slice(Math.max(0, start - 200), start)
        .split(BREAK)
        .at(-1) ?? "";
    return this.#before;
  }

  get after(): string {
    const { end } = this.span;
    this.#after ??= this.#text.slice(end, end + 100).split(BREAK, 1)[0] ?? "";
    return this.#after;
  }

  /** The slot that stands one character behind this one. */
  get next(): Span | undefined {
    const found = this.#spans.slice(this.#index + 1, this.#index + 3).find(({ slot }) => slot !== undefined);
    return found?.start === this.span.end + 1 ? found : undefined;
  }

  /** The slots before this one in its sentence, the nearest first. */
  *earlier(): Generator<Span> {
    const from = this.span.start - this.before.length;
    for (let index = this.#index - 1; index >= 0; index -= 1) {
      const span = this.#spans[index];
      if (span === undefined || span.end < from) return;
      if (span.slot !== undefined) yield span;
    }
  }
}

type SlotCheck = (place: Place, text: CheckedText) => Omit<Finding, "at"> | undefined;

const BREAK = /[.!?]["'”’)]*\s+|\n\s*\n|\n[ \t]*(?:[-*+:|>]|\d{1,3}[.)])[ \t]/;

/** What goes wrong where a slot's value meets the words around it. */
export function slotsInText(text: CheckedText): Finding[] {
  const findings: Finding[] = [];
  for (const [index, span] of text.rendered.spans.entries()) {
    if (span.slot === undefined) continue;
    const place = new Place(span, index, text);
    for (const check of CHECKS) {
      const found = check(place, text);
      if (found) findings.push({ at: span.start, ...found });
    }
  }
  return findings;
}

const stem = remember((word: string): string =>
  word
    .toLowerCase()
    .replace(/ies$/, "y")
    .replace(/(?<=[a-z]{2}[^s])s$/, ""),
);

const edgesOf = remember((value: string) => ({
  first: /^[\w'’-]+/.exec(value)?.[0] ?? "",
  last: /[\w'’-]+$/.exec(value)?.[0] ?? "",
}));

/** "{topic.plural} interviews" */
const doubledWord: SlotCheck = ({ span, value }, { prose: { text } }) => {
  if (span.slot?.verb !== undefined) return undefined;
  const { first, last } = edgesOf(value);
  const next = wordAfter(text, span.end);
  const previous = wordBefore(text, span.start);
  const doubled =
    last !== "" && next !== "" && stem(last) === stem(next)
      ? `${last} ${next}`
      : first !== "" && previous !== "" && stem(previous) === stem(first)
        ? `${previous} ${first}`
        : undefined;
  return doubled === undefined
    ? undefined
    : {
        rule: "doubled-slot-word",
        message: `${span.slot?.source} gives "${doubled}"`,
        hint: "Take out the word beside the slot.",
      };
};

/** "a {role.a}", "your {artifact.a}" */
const doubledArticle: SlotCheck = (place) => {
  const { span, value } = place;
  if (span.slot?.path !== "a") return undefined;
  const determiner = /\b(an?|the|your|my|our|their|his|her|its|each|every)\s+$/i.exec(place.before)?.[1];
  if (determiner === undefined) return undefined;
  const hint = `Write {${span.slot.name}.singular} after "${determiner}".`;
  return {
    rule: "doubled-article",
    message: `"${determiner} ${value}": an article after "${determiner}"`,
    hint,
  };
};

/** "a clear {artifact.plural}", and "an {topic}" of a mass noun with no other noun after it */
const articleBeforePlural: SlotCheck = (place, { prose, parts }) => {
  const { span, value } = place;
  const slot = span.slot;
  if (slot === undefined || slot.verb !== undefined) return undefined;
  const isMass = span.number !== undefined && nounOf(slot.name, parts)?.number === "mass";
  if ((span.number !== "plural" && !isMass) || !followsArticle(prose.text, span.start)) return undefined;
  const match = /\b(an?)\s+((?:[\w-]+\s+){0,2})$/i.exec(place.before);
  if (match === null) return undefined;
  const between = (match[2] ?? "").split(/\s+/).filter((word) => word !== "");
  if (!between.every((word) => isAdjective(word.toLowerCase()))) return undefined;
  const endsHere = /^\s*(?:$|[.,;:!?)|]|(?:is|are|was|that|which|to|in|with|for|and|or|of|on|at|by)\b)/.test(
    place.after,
  );
  if (span.number !== "plural" && !endsHere) return undefined;
  const what = isMass ? "a noun that is not counted" : "a plural";
  const hint = isMass
    ? "Take the article out."
    : `Write {${slot.name}.a} or {${slot.name}.singular}, or take the article out.`;
  return {
    rule: "article-before-plural",
    message: `"${excerpt(match[0] + value, 0, 80)}": an article before ${what}`,
    hint,
  };
};

/** "{topic} becomes" where the topic is a plural, and "{artifact.plural} {artifact|is/are}" where the artifact is not */
const disagreement: SlotCheck = (place, { prose, rendered }) => {
  const { span, value } = place;
  const slot = span.slot;
  if (slot === undefined || span.number === undefined) return undefined;
  if (slot.verb === undefined) {
    const isVerbNext = place.next?.slot?.verb !== undefined;
    const verb = isVerbNext ? undefined : agreementFault(span.number, wordAfter(prose.text, span.end), place);
    if (verb === undefined) return undefined;
    const hint = `Write {${slot.name}${slot.path === "" ? "" : `.${slot.path}`}|${verb.singular}/${verb.plural}}.`;
    return { rule: "verb-agreement", message: `"${value} ${verb.written}": the verb does not agree`, hint };
  }
  const subject = place.earlier().find((other) => isOtherNumber(other, slot));
  if (subject?.slot === undefined || subject.number === span.number) return undefined;
  const adjacent = /^\s+$/.test(rendered.text.slice(subject.end, span.start));
  if (subject.slot.name !== slot.name && !adjacent) return undefined;
  const named = `${subject.slot.name}${subject.slot.path === "" ? "" : `.${subject.slot.path}`}`;
  const text = rendered.text.slice(subject.start, subject.end);
  const hint = `Let the verb agree with that form: {${named}|${slot.verb.singular}/${slot.verb.plural}}.`;
  return { rule: "verb-agreement", message: `"${text} ${value}": the verb does not agree`, hint };
};

const NOT_BEFORE_PAST =
  /\b(?:an?|the|your|my|our|their|of|by|for|with|to|in|on|at|from|about|as|like|including|is|was|are|be)\s+$/i;
const NOT_BEFORE_GERUND = /\b(?:i|you|we|they|he|she|who|to|an?)\s+$/i;

/** "a proof such as {role.proof.past}": a verb phrase in the place of a noun, or the wrong form of it */
const verbPhrase: SlotCheck = (place) => {
  const path = place.span.slot?.path;
  const isFault =
    (path === "proof.past" && NOT_BEFORE_PAST.test(place.before)) ||
    (path === "proof.gerund" && NOT_BEFORE_GERUND.test(place.before));
  if (!isFault) return undefined;
  const hint =
    path === "proof.past"
      ? 'It follows who did it, as in "you {role.proof.past}"; else use {role.proof.gerund}.'
      : "Use {role.proof.past} here.";
  const words = place.before.trim().split(/\s+/).slice(-3).join(" ");
  return {
    rule: "verb-phrase",
    message: `"${words} ${place.value.slice(0, 40)}": a verb phrase where another form is needed`,
    hint,
  };
};

/** "teams and {role.partners}" where the partners are "platform and product teams" */
const listInList: SlotCheck = (place) => {
  const { span, value } = place;
  if (span.slot?.path !== "partners" && span.slot?.path !== "vocabulary") return undefined;
  if (!/\s(?:and|or)\s/.test(value)) return undefined;
  const joined =
    /(?:^|[^,\s]\s+)(?:and|or)\s+$/i.test(place.before) ||
    /,[^,]*,\s*(?:and|or)\s+$/i.test(place.before) ||
    /^\s+(?:and|or)\s/i.test(place.after);
  const hint = "Give the list a place of its own in the sentence.";
  return joined ? { rule: "list-in-list", message: `"${value}" is a list inside a list`, hint } : undefined;
};

const CHECKS: readonly SlotCheck[] = [
  doubledWord,
  doubledArticle,
  articleBeforePlural,
  disagreement,
  verbPhrase,
  listInList,
];
